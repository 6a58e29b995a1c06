// An app in React as its developer would write it from the readme. Strict mode runs each effect twice.
import { StrictMode, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { ShindanWidgetElement } from 'shindan-widget';
import { ShindanWidget } from 'shindan-widget/react';

const config = { cta: { label: { ready: '進め方を相談する</script>' } }, theme: { accent: '#00664f' } };

function App() {
  const [level, setLevel] = useState('');
  const [shown, setShown] = useState(true);
  const widget = useRef<ShindanWidgetElement>(null);
  return (
    <main>
      <h1>診断</h1>
      <button id="toggle" onClick={() => setShown(!shown)}>
        切り替え
      </button>
      <output id="level">{level}</output>
      {shown && (
        <ShindanWidget
          ref={widget}
          id="diagnosis"
          className="wide"
          ctaHref="#consultation"
          dataLayer
          config={config}
          onComplete={(event) => setLevel(`${event.detail.level} ${event.detail.score}`)}
        >
          <span>読み込んでいます。</span>
        </ShindanWidget>
      )}
    </main>
  );
}

createRoot(document.querySelector('#app')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
