//! The receiver over real sockets.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use super::{Receiver, ScriptedResponse};

const ID: &str = "0b6e2a34-91f0-4c55-8d1e-5a7c3b2f9e10";

/// The response to this request; `None` if the connection ends without one.
fn ask(receiver: &Receiver, method: &str, body: &str) -> Option<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", receiver.port())).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    let head = format!("{method} /lead HTTP/1.1\r\nHost: x\r\nContent-Length: {}\r\n\r\n", body.len());
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body.as_bytes()));
    let mut answer = String::new();
    let read = stream.read_to_string(&mut answer);
    (read.is_ok() && !answer.is_empty()).then_some(answer)
}

#[test]
fn fates_come_one_after_the_other_and_the_last_stays() {
    let receiver = Receiver::start().unwrap();
    receiver.does([
        ScriptedResponse::answers(503),
        ScriptedResponse::answers(429).says("Retry-After", "20"),
        ScriptedResponse::takes(),
    ]);
    let answers: Vec<String> = (0..4).map(|_| ask(&receiver, "POST", ID).unwrap()).collect();
    for (answer, status) in answers.iter().zip(["503", "429", "200", "200"]) {
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{answer}");
    }
    assert!(answers[1].contains("Retry-After: 20\r\n"));
    let stored: Vec<bool> = receiver.arrivals().iter().map(|arrival| arrival.stored).collect();
    assert_eq!(stored, [false, false, true, true]);
    assert_eq!(receiver.arrivals()[0].lead_id().as_deref(), Some(ID));
}

#[test]
fn a_connection_cut_mid_body_leaves_nothing_and_one_cut_later_does() {
    let receiver = Receiver::start().unwrap();
    receiver.does([ScriptedResponse::CutsMidBody, ScriptedResponse::Cuts]);
    assert_eq!(ask(&receiver, "POST", &ID.repeat(1000)), None);
    assert_eq!(ask(&receiver, "POST", ID), None);
    let arrivals = receiver.arrivals();
    assert_eq!((arrivals[0].body.as_deref(), arrivals[0].stored), (None, false));
    assert_eq!((arrivals[1].body.as_deref(), arrivals[1].stored), (Some(ID), true));
}

#[test]
fn a_question_is_answered_as_the_lead_would_be_and_uses_nothing_up() {
    let receiver = Receiver::start().unwrap();
    receiver.does([ScriptedResponse::takes().without_cors(), ScriptedResponse::takes()]);
    let allow_origin = "Access-Control-Allow-Origin";
    assert!(!ask(&receiver, "OPTIONS", "").unwrap().contains(allow_origin));
    assert!(!ask(&receiver, "POST", ID).unwrap().contains(allow_origin));
    let permission = ask(&receiver, "OPTIONS", "").unwrap();
    assert!(permission.contains(allow_origin) && permission.starts_with("HTTP/1.1 204 "), "{permission}");
}

#[test]
fn what_hangs_is_released_and_nothing_outlives_the_receiver() {
    let receiver = Receiver::start().unwrap();
    receiver.does([ScriptedResponse::hangs()]);
    let asking = std::thread::scope(|scope| {
        let asking = scope.spawn(|| ask(&receiver, "POST", ID));
        assert!(receiver.saw(Duration::from_secs(10), |arrivals| arrivals.len() == 1));
        receiver.release();
        asking.join().unwrap()
    });
    assert!(asking.unwrap().starts_with("HTTP/1.1 200 "));
    assert!(!receiver.saw(Duration::from_millis(1), |arrivals| arrivals.len() == 2));
}
