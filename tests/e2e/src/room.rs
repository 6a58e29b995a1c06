//! Layout checks: whether all of a widget can be seen, read and pressed, and nothing moves.

use crate::browser::Browser;

/// Elements that overflow the widget, or are wider than the window.
const STANDS_OUT: &str = "
    const root = document.querySelector('shindan-widget').shadowRoot;
    const { left, right } = root.querySelector('.widget').getBoundingClientRect();
    const out = [...root.querySelectorAll('.widget *:not(svg *)')].filter((e) => e.checkVisibility()).filter((e) => {
        const box = e.getBoundingClientRect();
        return box.left < left - 0.5 || box.right > right + 0.5;
    });
    const over = document.documentElement.scrollWidth - innerWidth;
    return [...out.map((e) => e.outerHTML.slice(0, 100)), ...(over > 0 ? [`the page by ${over} px`] : [])];";

/// Text in a column so narrow that it breaks after every other character or within a short word; three columns of a
/// table are exempt. It is measured by its lines, because letters are wider in one font than in another.
const SQUEEZED: &str = "
    const root = document.querySelector('shindan-widget').shadowRoot;
    const linesOf = (node, from, to) => {
        const range = document.createRange();
        range.setStart(node, from);
        range.setEnd(node, to);
        return new Set([...range.getClientRects()].filter(({ width }) => width > 0).map(({ bottom }) => Math.round(bottom))).size;
    };
    const isSqueezed = (node) => {
        const lines = linesOf(node, 0, node.length);
        const words = [...node.data.matchAll(/[A-Za-z]{2,12}/g)];
        return (lines > 2 && node.data.trim().length / lines <= 2) || words.some(({ index, 0: word }) => linesOf(node, index, index + word.length) > 1);
    };
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const squeezed = [];
    for (let node; (node = walker.nextNode()); ) {
        const e = node.parentElement?.closest('p, li, strong, small, button, a, label, h2, h3, legend');
        const isLevel = e && getComputedStyle(node.parentElement).writingMode === 'horizontal-tb';
        if (isLevel && e.checkVisibility() && e.getBoundingClientRect().width > 2 && isSqueezed(node)) {
            squeezed.push(`${node.data.trim()} in ${linesOf(node, 0, node.length)} lines: ${e.outerHTML.slice(0, 100)}`);
        }
    }
    return squeezed;";

/// Text that overlaps other text; elements pinned to the window's edge are exempt.
const COVERED: &str = "
    const root = document.querySelector('shindan-widget').shadowRoot;
    const words = [...root.querySelectorAll('.widget *:not(svg *, option, script, .trap, .trap *)')].filter((e) => e.checkVisibility()
        && !e.closest('.what-if') && [...e.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
    const lines = words.map((e) => {
        const range = document.createRange();
        range.selectNodeContents(e);
        return [e, [...range.getClientRects()]];
    });
    // Lines stand closer than their letters are high where nothing is above or below them.
    const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > Math.min(a.height, b.height) / 3;
    return lines.flatMap(([one, mine], nth) => lines.slice(nth + 1)
        .filter(([other]) => !one.contains(other) && !other.contains(one))
        .filter(([, theirs]) => mine.some((a) => theirs.some((b) => meet(a, b))))
        .map(([other]) => `${other.outerHTML.slice(0, 80)} on ${one.outerHTML.slice(0, 80)}`));";

const TOO_SMALL: &str = "
    const root = document.querySelector('shindan-widget').shadowRoot;
    const typed = 'input:not([type=radio], [type=checkbox], [aria-hidden] *), select, textarea';
    const label = 'label:not(.field label:not(:has(input)))';
    return [...root.querySelectorAll(`button, ${label}, a, summary, .link, ${typed}`)].filter((e) => e.checkVisibility())
        .map((e) => [e.outerHTML.slice(0, 100), e.getBoundingClientRect()])
        .filter(([, { width, height }]) => width < 44 || height < 44)
        .map(([what, { width, height }]) => `${width} x ${height}: ${what}`);";

const MOVES: &str = "
    const root = document.querySelector('shindan-widget').shadowRoot;
    return [...root.querySelectorAll('*')].filter((e) => {
        const { animationName, transitionDuration } = getComputedStyle(e);
        return animationName !== 'none' || !/^(0s(, )?)+$/.test(transitionDuration);
    }).map((e) => e.outerHTML.slice(0, 100));";

impl Browser {
    /// The elements whose text is in too narrow a column.
    pub async fn squeezed(&self) -> Vec<String> {
        self.script(SQUEEZED, vec![]).await
    }

    /// Expects that nothing of the widget is cut, squeezed or too small to press, that nothing overlaps, and that
    /// nothing moves; `screen` names it in the failure.
    pub async fn has_room(&self, screen: &str) {
        for (script, what) in [
            (STANDS_OUT, "wider than there is room"),
            (SQUEEZED, "squeezed"),
            (COVERED, "covered"),
            (TOO_SMALL, "smaller than 44 px"),
            (MOVES, "moves"),
        ] {
            let found: Vec<String> = self.script(script, vec![]).await;
            assert!(found.is_empty(), "{screen}: {what}: {found:#?}");
        }
    }
}
