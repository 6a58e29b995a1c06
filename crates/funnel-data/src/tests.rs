use super::*;

/// A free-form exploration of GA4, with its remarks, its total and unrelated events.
const GA4: &str = "\u{feff}# ----------------------------------------
# Example
# Free form-Free form 1
# 20261101-20261128
# ----------------------------------------

Event name,question,index,Event count,Total users
,,,1000,300,Grand total
page_view,(not set),(not set),500,300
shindan_view,purpose,1,230,200
shindan_answer,purpose,1,170,150
shindan_view,skill,3,40,40
shindan_answer,skill,3,40,40
shindan_view,security,2,160,150
shindan_answer,security,2,100,100
shindan_complete,(not set),(not set),99,98
shindan_cta,(not set),(not set),20,19
generate_lead,(not set),(not set),8,8
";

fn ids(funnel: &Funnel) -> Vec<&str> {
    funnel.questions.iter().map(|question| question.id.as_str()).collect()
}

#[test]
fn a_csv_of_ga4_is_read_by_its_columns_and_counts_users() {
    let funnel = read(GA4).unwrap();
    assert_eq!(funnel.unit, Unit::Users);
    assert_eq!(ids(&funnel), ["purpose", "security", "skill"]);
    let counted: Vec<_> = funnel.questions.iter().map(|question| (question.seen, question.left)).collect();
    assert_eq!(counted, [(200.0, Some(50.0)), (150.0, Some(50.0)), (40.0, Some(0.0))]);
    let Arm { seen, complete, cta, leads, .. } = funnel.all;
    assert_eq!((seen, complete, cta, leads), (200.0, 98.0, 19.0, 8.0));
    assert_eq!(funnel.arms, []);
}

#[test]
fn japanese_names_of_columns_and_event_counts_alone_will_do() {
    let csv = "イベント名,質問,イベント数\nshindan_view,a,10\nshindan_view,b,\"1,200\"\n";
    let funnel = read(csv).unwrap();
    assert_eq!((funnel.unit, ids(&funnel)), (Unit::Events, vec!["b", "a"]), "without places, most seen first");
    assert!(funnel.questions.iter().all(|question| question.left.is_none()), "no answers were reported");
}

#[test]
fn arms_of_a_csv_are_set_apart() {
    let csv = "Event name,question,variant,Total users\nshindan_view,a,x,100\nshindan_view,b,x,80\nshindan_view,a,y,90\n\
        generate_lead,(not set),x,5\ngenerate_lead,(not set),y,9\n";
    let funnel = read(csv).unwrap();
    let arms: Vec<_> = funnel.arms.iter().map(|arm| (arm.name.as_str(), arm.seen, arm.leads)).collect();
    assert_eq!(arms, [("x", 100.0, 5.0), ("y", 90.0, 9.0)]);
    assert_eq!((funnel.all.seen, funnel.all.leads), (190.0, 14.0));
}

#[test]
fn where_it_is_told_that_an_arm_was_shown_that_is_counted_and_views_from_before_are_of_none() {
    let csv = "Event name,question,variant,Total users\nshindan_view,a,(not set),100\nshindan_view,b,x,40\n\
        shindan_variant,(not set),x,48\nshindan_variant,(not set),y,52\nshindan_complete,(not set),(not set),1\n\
        shindan_complete,(not set),x,20\nshindan_complete,(not set),y,30\n";
    let funnel = read(csv).unwrap();
    let arms: Vec<_> = funnel.arms.iter().map(|arm| (arm.name.as_str(), arm.seen, arm.complete)).collect();
    assert_eq!(arms, [("x", 48.0, 20.0), ("y", 52.0, 30.0)]);
    assert_eq!((funnel.all.seen, funnel.all.complete), (100.0, 51.0));
}

#[test]
fn of_lines_with_visits_each_visit_counts_once_and_leaves_where_it_last_was() {
    let lines = r#"
{"visit":"1","event":"shindan:view","question":"a","index":1,"total":3}
{"visit":"1","event":"shindan:answer","question":"a","index":1,"total":3}
{"visit":"1","event":"shindan:view","question":"b","index":2,"total":3}
{"visit":"1","event":"shindan:view","question":"a","index":1,"total":3}
{"visit":"1","event":"shindan:view","question":"b","index":2,"total":3}

{"visit":"2","event":"shindan:view","question":"a","index":1,"total":3}
{"visit":"2","event":"shindan:start"}
{"visit":"3","event":"shindan:view","question":"a","index":1,"total":3}
{"visit":"3","event":"shindan:view","question":"c","index":3,"total":3}
{"visit":"3","event":"shindan:complete","score":80}
{"visit":"3","event":"shindan:lead","state":"queued"}
{"visit":"3","event":"shindan:lead","state":"delivered"}
{"visit":"3","event":"shindan:lead","state":"delivered"}"#;
    let funnel = read(lines).unwrap();
    let counted: Vec<_> =
        funnel.questions.iter().map(|question| (question.id.as_str(), question.seen, question.left)).collect();
    assert_eq!(counted, [("a", 3.0, Some(1.0)), ("b", 1.0, Some(1.0)), ("c", 1.0, Some(0.0))]);
    let Arm { seen, complete, leads, .. } = funnel.all;
    assert_eq!((funnel.unit, seen, complete, leads), (Unit::Visits, 3.0, 1.0, 1.0));
}

#[test]
fn lines_without_visits_and_lists_count_events() {
    let list = r#"[{"event":"gtm.js"},{"event":"shindan:view","question":"a","index":1},{"event":"shindan:view","question":"a","index":1},
        {"event":"shindan:answer","question":"a","index":1},{"event":"shindan:view","question":"b","index":2}]"#;
    let funnel = read(list).unwrap();
    assert_eq!((funnel.unit, funnel.all.seen), (Unit::Events, 2.0));
    assert_eq!(funnel.questions[0], Question { id: "a".to_owned(), seen: 2.0, left: Some(1.0) });
}

#[test]
fn what_is_wrong_is_said_with_its_line() {
    let header = "Event name,question,Total users\n";
    let many = |row: &str| format!("# remark\n\n{header}shindan_view,a,1\n{row}\n");
    for (text, problem) in [
        (" \n\u{feff}".to_owned(), Problem::Empty),
        ("{\"event\":\"a\"}\n{\"event\":".to_owned(), Problem::NoJson { line: 2 }),
        ("{}".to_owned(), Problem::NoEvent { line: 1 }),
        ("{\"event\":\"shindan:start\"}\n\n{\"event\":\"shindan:view\"}".to_owned(), Problem::NoQuestion { line: 3 }),
        ("{\"event\":\"shindan:start\"}".to_owned(), Problem::NothingSeen),
        ("[1, 2".to_owned(), Problem::NoJson { line: 1 }),
        ("Date,Users\n1,2\n".to_owned(), Problem::NoHeader),
        ("# a\nEvent name,Total users\nx,1\n".to_owned(), Problem::NoQuestionColumn { line: 2 }),
        ("Event name,question\nx,1\n".to_owned(), Problem::NoCountColumn { line: 1 }),
        (many("shindan_view,b,many"), Problem::NoNumber { line: 5, found: "many".to_owned() }),
        (many("shindan_view,b"), Problem::NoNumber { line: 5, found: String::new() }),
        (header.to_owned(), Problem::NothingSeen),
    ] {
        assert_eq!(read(&text), Err(problem), "{text:?}");
    }
}

#[test]
fn no_text_panics() {
    let mut texts = vec![GA4.to_owned()];
    for at in 0..GA4.len() {
        texts.extend(GA4.get(..at).map(str::to_owned));
        texts.extend(GA4.get(at..).map(str::to_owned));
    }
    for text in texts {
        if let Ok(funnel) = read(&text) {
            assert!(funnel.questions.iter().all(|question| question.left.unwrap_or_default() <= question.seen));
        }
    }
}
