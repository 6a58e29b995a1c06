// An app in React: strict mode mounts twice, navigation takes the element out, and a change of state renders it anew.
import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";

const Check = () => {
  const [seen, setSeen] = useState(0);
  return (
    <>
      <h1>診断</h1>
      <p>
        二分ほどで終わります。
        <button type="button" id="again" onClick={() => setSeen(seen + 1)}>
          数える {seen}
        </button>
      </p>
      <shindan-widget cta-href="#consultation" data-seen={seen}></shindan-widget>
      <h2 id="consultation">無料相談のご案内</h2>
    </>
  );
};

const Home = () => (
  <>
    <h1>はじめに</h1>
    <p>道具を選ぶ前の支度が、使い始めてからの差になります。</p>
  </>
);

const App = () => {
  const [page, setPage] = useState("check");
  return (
    <>
      <nav>
        <button type="button" id="home" onClick={() => setPage("home")}>
          はじめに
        </button>
        <button type="button" id="check" onClick={() => setPage("check")}>
          診断
        </button>
      </nav>
      <main id="top">{page === "check" ? <Check key="check" /> : <Home key="home" />}</main>
    </>
  );
};

createRoot(document.querySelector("#app")).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
