// The linter's words in Japanese, for those that marketing is most likely to meet. What is not here stays in English: a
// remark that is hard to read is better than one that is missing.

const schemes = { light: '明るい画面', dark: '暗い画面' };

const things = {
  text: '文字',
  'the surface': '背景',
  'the accent': 'アクセントの色',
  'muted text, between text and surface,': '薄い文字（文字と背景の中間の色）',
  'borders, between text and surface,': '枠線（文字と背景の中間の色）',
};

const contrast = (_, front, back, is, scheme) =>
  `${schemes[scheme] ?? scheme}で、${things[front] ?? front}と${things[back] ?? back}の見分けがつきにくくなります（コントラスト比 ${is}）`;

/** Patterns, and what they mean; each is a whole reason or a whole mend. */
const patterns = [
  [/^(.+) on (.+) has a contrast of ([\d.]+) in the (\w+) scheme$/, contrast],
  [/^choose colours with ([\d.]+) or more.*$/, (_, least) => `比が${least}以上になる色を選んでください。暗い画面の色は、別に決められます`],
  [/^its contrast cannot be judged$/, () => 'この書き方の色は、見分けやすさを確かめられません'],
  [/^write #rrggbb, or light-dark.*$/, () => '#0017c1 のような色コードを書いてください'],
  [/^is no link to follow$/, () => '開けるリンクではありません'],
  [/^is no link to a page$/, () => 'ページのURLではありません'],
  [/^is not encrypted$/, () => '暗号化されない送り先です'],
  [/^is no address to send to$/, () => '送り先のURLではありません'],
  [/^is no address for mail$/, () => 'メールの宛先ではありません'],
  [/^begin it with https:\/\/, http:\/\/, mailto:, tel: or \/$/, () => 'https://、http://、mailto:、tel:、/ のどれかで始めてください'],
  [/^begin it with https:\/\/ or \/$/, () => 'https:// か / で始めてください'],
  [/^begin it with https:\/\/.*$/, () => 'https:// で始めてください'],
  [/^write mailto: and the address$/, () => 'mailto: に続けてメールアドレスを書いてください'],
  [/^is too long for a (?:button on a )?phone: (\d+) characters$/, (_, n) => `スマートフォンには長すぎます（${n}文字）`],
  [/^is too long$/, () => '長すぎます'],
  [/^shorten it to (\d+)$/, (_, n) => `${n}文字までに短くしてください`],
  [/^shorten it to (\d+) bytes$/, (_, n) => `${n}バイト（日本語で約2,000文字）までに短くしてください`],
  [/^is missing$/, () => '書かれていません'],
  [/^add it$/, () => '書き加えてください'],
  [/^is empty$/, () => '空になっています'],
  [/^write a text, or remove the key$/, () => '文を書いてください'],
  [/^holds a line break or another control character$/, () => '改行など、使えない文字が入っています'],
  [/^write it in one line$/, () => '1行で書いてください'],
  [/^this key is not known$/, () => '知られていない項目です'],
  [/^one of: (.*)$/, (_, names) => `次のどれかにしてください：${names}`],
  [/^must be a text$/, () => '文字で書く項目です'],
  [/^must be an object$/, () => '{ } で囲んで書く項目です'],
  [/^must be a list$/, () => '[ ] で囲んで書く項目です'],
  [/^says nothing: there is no letter in it$/, () => '言葉が入っていません'],
  [/^write the words that belong here$/, () => 'ここに入る言葉を書いてください'],
  [/^holds a tag, which is shown as it stands$/, () => 'HTMLのタグは働かず、そのまま表示されます'],
  [/^write plain words$/, () => 'タグを使わずに書いてください'],
  [/^holds an address that nobody can follow$/, () => '文の中のURLは、押して開くことができません'],
  [/^remove it: the one link is that.*$/, () => 'URLを消してください。リンクは「ボタンのリンク先」で決めます'],
  [/^is the name of another level too$/, () => 'ほかのレベルと同じ名前です'],
  [/^is the label of another choice too$/, () => 'ほかの選択肢と同じ言葉です'],
  [/^give each its own$/, () => '別の言葉にしてください'],
  [/^does not say at which level it holds$/, () => 'どのレベルまでかが書かれていません'],
  [/^does not say what causes it$/, () => '何が理由かが書かれていません'],
  [/^write (\{\w+\}) where (?:its name belongs|their names belong)$/, (_, name) => `名前が入るところに ${name} と書いてください`],
  [/^nothing fills in `(.*)`, so it is shown as it stands$/, (_, name) => `${name} は置き換わらず、そのまま表示されます`],
  [/^write the words themselves.*$/, () => '入れたい言葉を、そのまま書いてください'],
  [/^holds a brace that closes nothing$/, () => '対になるかっこのない } があります'],
  [/^holds Japanese in a pack whose language is `(.*)`$/, (_, name) => `言語が「${name}」の診断に、日本語が入っています`],
  [/^translate it$/, () => '翻訳してください'],
  [/^is no place for the form$/, () => 'フォームの場所ではありません'],
  [/^is no text$/, () => '文字ではありません'],
  [/^the words on the button, or false for none$/, () => 'ボタンの文言を書くか、ボタンが要らなければ false と書いてください'],
  [/^is no field of the form$/, () => 'フォームの項目ではありません'],
  [/^is no kind of destination$/, () => '送信先の種類ではありません'],
  [/^has no effect: nothing is sent$/, () => '何も送らない種類なので、送り先は使われません'],
  [/^remove it$/, () => '消してください'],
  [/^`(.+)` has no field of this name$/, (_, name) => `「${name}」に、この名前の項目はありません`],
  [/^is filled with nothing that a lead has$/, () => '送る値の名前が正しくありません'],
  [/^write a name of lead\/v1, such as (.*) or (.*)$/, (_, names, last) => `${names.replaceAll(', ', '、')}、${last} のような名前を書いてください`],
  [/^write a property's internal name.*$/, () => 'email、company のような、プロパティの内部名を書いてください'],
  [/^(?:is a secret, by its name|looks like a secret)$/, () => '秘密の値（パスワードや鍵）のようです'],
  [/^remove it and make a new one.*$/, () => '消して、新しいものに作り直してください。ページを見る人は誰でも、これを読めます'],
];

/** A reason or a mend in Japanese, if it is known. */
export const toJapanese = (text) => {
  const known = patterns.find(([pattern]) => pattern.test(text));
  return known ? text.replace(...known) : text;
};
