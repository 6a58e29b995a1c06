//! The Japanese wording of all codes: what is wrong, and what to do about it.

use super::code::Code;

/// What is wrong, and what to do; `{0}`, `{1}` … stand for the arguments.
pub(super) fn wording(code: Code) -> [&'static str; 2] {
    match code {
        Code::NotJson => {
            ["JSONとして読めません（{0}）", "その前後で、コンマ、かっこ、引用符が抜けていないか確かめてください"]
        }
        Code::EmptyJson => ["中身がありません", "内容を書くか、指定をやめてください"],
        Code::WebPage => [
            "ウェブページです。ファイルがないときに、サーバーが代わりに返すことがあります",
            "ファイルそのもののURLを指定するか、ファイルを置いてください",
        ],
        Code::FullWidth => ["JSONとして読めません。{0} が全角です", "{1} に直してください"],
        Code::CurlyQuotes => {
            ["JSONとして読めません。{0} は、JSONの引用符として使えません", "半角の \" に直してください"]
        }
        Code::MarkupInJson => [
            "JSONとして読めません。ページの整形機能などが入れたHTMLのタグ {0} があります",
            "タグを消すか、設定をファイルに移して config 属性で指定してください",
        ],
        Code::EntityInJson => {
            ["JSONとして読めません。{0} は、HTML用に置き換えられた文字です", "元の文字に直してください"]
        }
        Code::WideSpace => ["JSONとして読めません。JSONで使えない空白（{0}）があります", "半角の空白に直してください"],
        Code::StrayMark => {
            ["JSONとして読めません。引用符の外に {0} があります", "消すか、半角の \" で囲んだ中に書いてください"]
        }
        Code::LineBreakInText => [
            "JSONとして読めません。行の終わりまでに、引用符が閉じていません",
            "半角の \" で閉じ、文の中の改行は \\n と書いてください",
        ],
        Code::TooDeep => ["かっこの入れ子が深すぎます", "手前のかっこを閉じてください"],
        Code::TooBig => ["大きさが{0}MBあります", "診断は{1}MBまでです。診断に要らないものを除いてください"],
        Code::Unreadable => ["ファイルを読めません（{0}）", "読めるファイルを指定してください"],
        Code::BrokenCharacters => {
            ["文字化けした文字（\u{fffd}）が入っています", "ファイルの文字コードをUTF-8にして保存し直してください"]
        }
        Code::NeitherKind => ["診断でも設定でも集計でもありません", "{ } で囲んだ形で書いてください"],

        Code::NotObject => ["{ } で囲んで書く項目です", "{ … } の形で書いてください"],
        Code::UnknownKey => ["知られていない項目です", "次のどれかにしてください：{0}"],
        Code::StandsTwice => ["2回書かれています", "どちらか一つにしてください"],
        Code::Missing => ["書かれていません", "書き加えてください"],
        Code::NotWhole => ["整数で書く項目です", "{0}から{1}までの整数を書いてください"],
        Code::NotFlag => ["true か false で書く項目です", "引用符を付けずに書いてください"],
        Code::NotList => ["[ ] で囲んで書く項目です", "[ … ] の形で書いてください"],
        Code::ListLength => ["数が少なすぎるか、多すぎます", "{0}から{1}までの数にしてください"],
        Code::Empty => ["空になっています", "文を書くか、項目ごと消してください"],
        Code::TooLong => ["長すぎます", "{0}バイト（日本語ではその3分の1ほどの文字数）までに短くしてください"],
        Code::ControlCharacter => ["改行など、使えない文字が入っています", "1行で書いてください"],
        Code::NotText => ["文字で書く項目です", "引用符で囲んで書いてください"],
        Code::NotId => ["IDとして使えません", "a-z、0-9、_、- を1文字から40文字までで書いてください"],
        Code::IdTwice => ["「{0}」が2回使われています。IDは重ねられません", "どちらかを別のIDにしてください"],

        Code::UnknownFormat => ["この版では読めない形式です", "\"pack/v1\" と書いてください"],
        Code::TooManyQuestions => ["質問が多すぎます", "すべての章を合わせて{0}問までにしてください"],
        Code::UnknownRule => ["採点の方法ではありません", "次のどれかにしてください：{0}"],
        Code::NothingEarned => ["点の入る選択肢がありません", "どれかに0より大きい点か \"met\": true を付けてください"],
        Code::AllEarnTheSame => ["どの選択肢も同じ点です", "どれかの点を下げるか、この質問を外してください"],
        Code::EndsSectionMisplaced => {
            ["ここには書けません", "章を終えられるのは、all_of の章で満たされない単一選択の選択肢だけです"]
        }
        Code::LevelsOutOfOrder => {
            ["レベルは良い順に、一度ずつ書く必要があります", "ready、nearly、prepare、rethink の順に書いてください"]
        }
        Code::UnknownLevel => ["レベルではありません", "次のどれかにしてください：{0}"],
        Code::UnknownGate => ["条件の章ではありません", "採点の方法が all_of か ladder の章のIDを書いてください"],
        Code::UnknownQuestion => ["この診断に、その質問はありません", "この診断にある質問のIDを書いてください"],
        Code::UnknownChoice => ["その選択肢はありません", "質問「{0}」の選択肢のIDを書いてください"],
        Code::UnknownActor => ["担当者の種類ではありません", "次のどれかにしてください：{0}"],
        Code::NothingToScore => ["点を付ける章がありません", "どれかの章の採点の方法を sum か ladder にしてください"],
        Code::TooManyPoints => ["点が大きすぎます", "小さくしてください。最も良い回答の合計は{0}点までです"],
        Code::LevelsNotFalling => [
            "from は、レベルが下がるごとに小さくする必要があります",
            "80、50、20、0 のように、rethink の 0 で終わらせてください",
        ],
        Code::CapCanNeverApply => {
            ["この上限が働くことはありません", "この章の条件は{0}個です。それ以下の数にしてください"]
        }
        Code::CapsContradict => {
            ["同じ章の別の上限と食い違っています", "欠ける条件が多いほど、低いレベルにしてください"]
        }

        Code::FindingNeverApplies => [
            "表示されることがありません。この組み合わせの回答はできません",
            "一つの質問への回答は一つの条件にまとめるか、条件を減らしてください",
        ],
        Code::FindingAlwaysFits => ["足りないところがなくても表示されます", "足りないところのある回答を書いてください"],
        Code::ChoiceGapShared => {
            ["足りないところのある回答なのに、これだけでは指摘が出ません", "「{0}」だけで出る指摘を加えてください"]
        }
        Code::BoxGapShared => {
            ["チェックがなくても、それだけでは指摘が出ません", "「{0}」だけで出る指摘を加えてください"]
        }
        Code::ChoiceGapUnnamed => [
            "足りないところのある回答なのに、指摘が出ません",
            "質問「{1}」についての指摘の条件に「{0}」を加えてください",
        ],
        Code::BoxGapUnnamed => {
            ["チェックがなくても、指摘が出ません", "質問「{1}」についての指摘の条件に「{0}」を加えてください"]
        }
        Code::GapWithoutStage => {
            ["ここで足りないところに取り組む段階が、進め方にありません", "どれかの段階の質問に「{0}」を加えてください"]
        }
        Code::TooManyScores => {
            ["点の種類が多すぎて、どのレベルに届くかを確かめられません", "0、5、10 のような切りのよい点にしてください"]
        }
        Code::LevelHeldLower => [
            "このレベルになる結果がありません。点は届いても、必ず上限で下げられます",
            "上限をゆるめるか、このレベルの始まる点を下げてください",
        ],
        Code::LevelNotScored => [
            "このレベルになる結果がありません。{0}点から{1}点までになる回答がありません",
            "レベルの from か、選択肢の点を変えてください",
        ],
        Code::LevelNotScoredExactly => [
            "このレベルになる結果がありません。ちょうど{0}点になる回答がありません",
            "レベルの from か、選択肢の点を変えてください",
        ],
        Code::LevelByCapAlone => [
            "{0}点から{1}点までになる回答がなく、上限で下げられたときだけこのレベルになります",
            "意図したものでなければ、レベルの from を変えてください",
        ],
        Code::LevelByCapAloneExactly => [
            "ちょうど{0}点になる回答がなく、上限で下げられたときだけこのレベルになります",
            "意図したものでなければ、レベルの from を変えてください",
        ],
        Code::CapNeverMissing => [
            "この上限が働くことはありません。その数の条件だけが欠ける回答がありません",
            "missing を変えるか、この上限を消してください",
        ],
        Code::CapWithoutEffect => [
            "この上限でレベルが下がることはありません。働くときの点は最高でも{0}点です",
            "もっと低いレベルにするか、点を変えるか、この上限を消してください",
        ],
        Code::EndedReasonUnused => ["表示されることがありません。そこで章を終える選択肢がありません", "消してください"],
        Code::OfferOfItself => {
            ["この診断自身を案内しています", "別の診断にするか、消してください。やり直すボタンは結果にあります"]
        }
        Code::OfferNeverMade => [
            "案内されることがありません。どのレベルでも、前にある案内が先に出ます",
            "それらより前に置くか、前の案内の levels を減らすか、消してください",
        ],
        Code::OfferUnknown => ["診断「{0}」がありません", "{0}.{1}.json を加えるか、次のどれかにしてください：{2}"],

        Code::SaysNothing => ["言葉が入っていません", "ここに入る言葉を書いてください"],
        Code::TooLongForPhone => ["スマートフォンには長すぎます（{0}文字）", "{1}文字までに短くしてください"],
        Code::TooLongForButton => ["スマートフォンのボタンには長すぎます（{0}文字）", "{1}文字までに短くしてください"],
        Code::JapaneseElsewhere => ["言語が「{0}」の診断に、日本語が入っています", "翻訳してください"],
        Code::UnknownPlaceholder => {
            ["{{0}} は置き換わらず、そのまま表示されます", "{causes} か {level} と書いてください"]
        }
        Code::PlaceholderElsewhere => {
            ["{{0}} は置き換わらず、そのまま表示されます", "入れたい言葉を、そのまま書いてください"]
        }
        Code::StrayBrace => ["対になるかっこのない } があります", "消してください"],
        Code::ReasonWithoutLevel => {
            ["どのレベルまでかが書かれていません", "名前が入るところに {level} と書いてください"]
        }
        Code::ReasonWithoutCauses => ["何が理由かが書かれていません", "名前が入るところに {causes} と書いてください"],
        Code::TagInText => ["HTMLのタグは働かず、そのまま表示されます", "タグを使わずに書いてください"],
        Code::AddressInText => [
            "文の中のURLは、押して開くことができません",
            "URLを消してください。リンクは「ボタンのリンク先」（cta-href）で決めます",
        ],
        Code::LevelNameTwice => ["ほかのレベルと同じ名前です", "別の言葉にしてください"],
        Code::LabelTwice => ["ほかの選択肢と同じ言葉です", "別の言葉にしてください"],

        Code::TranslationMissing => [
            "ほかの診断にはある「{0}」への翻訳がありません",
            "{1}.{0}.json を加えてください。それまでは「{2}」の文が表示されます",
        ],
        Code::SameLanguage => ["{0} とIDも言語も同じです", "どちらかを変えるか、消してください"],
        Code::TranslationLength => ["項目が{0}個で、{2} には{1}個あります", "同じ数を、同じ順に書いてください"],
        Code::NotTranslated => ["{0} と同じ文です", "翻訳してください"],
        Code::TranslationDiffers => ["{0} と違いますが、翻訳する文ではありません", "両方に同じものを書いてください"],
        Code::MissingInOriginal => ["{0} にはありません", "そちらに書き加えるか、こちらから消してください"],
        Code::MissingInTranslation => ["書かれていませんが、{0} にはあります", "翻訳するか、そちらから消してください"],

        Code::NotPageLink => ["ページのURLではありません", "https:// か / で始めてください"],
        Code::NotLink => ["開けるリンクではありません", "https://、http://、mailto:、tel:、/ のどれかで始めてください"],
        Code::NotEncrypted => {
            ["暗号化されない送り先です", "https:// で始めてください（http:// を使えるのは、この端末の中だけです）"]
        }
        Code::NotReceiverAddress => ["送り先のURLではありません", "https:// で始めてください"],
        Code::NotBookingAddress => ["予約ページのURLではありません", "https:// で始めてください"],
        Code::BookingNotForFrames => [
            "{0} で埋め込みに使えると確かめられたURLではありません",
            "{0} の埋め込みコードに別のURLがあれば、それを写してください。なければ frame を消してください。消すと、予約ページをリンクで開きます",
        ],
        Code::NotMailAddress => ["メールの宛先ではありません", "mailto: に続けてメールアドレスを書いてください"],
        Code::CtaHrefMissing => {
            ["書かれていないので、相談へのボタンは表示されません", "相談ページのリンクを書いてください"]
        }
        Code::UnknownValue => ["「{0}」は使えないので、「{1}」になります", "次のどれかを書いてください：\"{2}\""],
        Code::UnknownPlacement => ["フォームの場所ではありません", "次のどれかにしてください：{0}"],
        Code::UnknownField => ["フォームの項目ではありません", "次のどれかにしてください：{0}"],
        Code::SenderMissing => [
            "送信者の正式な名前が書かれていません",
            "正式な名前を書いてください。ないあいだは、メール配信への同意を尋ねません",
        ],
        Code::NotDay => ["日付ではありません", "2026-12-01 のように書いてください"],
        Code::PeriodEmpty => ["始まりの日より前です", "from より前にならない日を書いてください"],
        Code::OneVariant => {
            ["パターンが1つしかないので、何も比べられません", "もう1つ書くか、variants を消してください"]
        }
        Code::VariantsAlike => {
            ["「{0}」と違うところがありません", "cta.label や lead.placement など、どちらかに違いを書いてください"]
        }
        Code::VariantsOfOtherRules => [
            "「{0}」とは別の診断です。判定のしかたが違うので、点数とレベルは比べられません",
            "相談と問い合わせの数だけを比べるか、同じ診断にしてください",
        ],
        Code::OpenNotObject => [
            "open は { } で囲んで書く項目です",
            "{ \"button\": \"…\", \"delay\": 20, \"exit\": true, \"again_days\": 30 } のように書いてください",
        ],
        Code::NotButton => [
            "ボタンの文言でも false でもありません",
            "ボタンの文言を書くか、ボタンが要らなければ false と書いてください",
        ],
        Code::NotTitle => ["文言ではありません", "短い言葉を書いてください"],
        Code::NotSeconds => ["秒数（整数）で書く項目です", "{0}から{1}までの秒数を書いてください"],
        Code::NotDays => ["日数（整数）で書く項目です", "{0}から{1}までの日数を書いてください"],
        Code::UnknownReceiver => ["送信先の種類ではありません", "次のどれかにしてください：{0}"],
        Code::AddressUnused => ["何も送らない種類なので、送り先は使われません", "消してください"],
        Code::ConstantMissing => {
            ["書かれていません。これがないと、問い合わせは一件も届きません", "CRMで作ったフォームから写してください"]
        }
        Code::HubspotHostUnknown => {
            ["HubSpotがフォームを受け付けるホストではありません", "次のどれかにしてください：{0}"]
        }
        Code::HubspotPathMayEnd => [
            "HubSpotの2026年9月15日の変更履歴では、/v1/ から /v3/ のパスは2027年9月からサポート対象外になります。このパスが含まれるかどうかは、書かれていません",
            "2027年9月までに、HubSpotの変更履歴を確かめてください",
        ],
        Code::SalesforceEncodingMissing => [
            "文字コードの指定がないので、日本語が文字化けして届くことがあります",
            "URLに encoding=UTF-8 を加えてください",
        ],
        Code::SalesforceOrgsDiffer => {
            ["URLの orgId と、constants の oid が、別の組織を指しています", "両方を、同じフォームから写してください"]
        }
        Code::LongForField => [
            "独自のテキスト項目に入る255文字より長くなることがあります。長いと、届かずに失われます",
            "{ \"from\": \"{0}\", \"max\": 255 } と書くか、送り先の項目をロングテキストにしてください",
        ],
        Code::FieldUnnamed => ["項目の名前がありません", "送り先にある項目の名前を書いてください"],
        Code::NotHubspotField => {
            ["「hubspot」に、この名前の項目はありません", "email、company のような、プロパティの内部名を書いてください"]
        }
        Code::NotSalesforceField => [
            "「salesforce」に、この名前の項目はありません",
            "last_name、company、email や、独自項目の 00N… のように書いてください",
        ],
        Code::NotZohoField => [
            "「zoho」に、この名前の項目はありません",
            "Last Name、Company、Email や、独自項目の LEADCF1 のように書いてください",
        ],
        Code::NotEspocrmField => {
            ["「espocrm」に、この名前の項目はありません", "lastName、emailAddress のような、項目の名前を書いてください"]
        }
        Code::NotOfLeads => [
            "送る値の名前が正しくありません",
            "contact.company、inquiry.message、diagnosis.score のような、lead/v1 の名前を書いてください",
        ],
        Code::TellsTagManager => {
            ["タグマネージャーに、回答者が誰かを知らせてしまいます", "次のどれかにしてください：{0}"]
        }
        Code::SecretByName => [
            "名前から、秘密の値（パスワードや鍵）と思われます",
            "消して、新しいものに作り直してください。ページを見る人は誰でも、これを読めます。公開してよい値（フォームサービスの公開キーなど）なら、その送信先に \"public\": true と書いてください",
        ],
        Code::SecretByLook => [
            "秘密の値（パスワードや鍵）のようです",
            "消して、新しいものに作り直してください。ページを見る人は誰でも、これを読めます。公開してよい値（フォームサービスの公開キーなど）なら、その送信先に \"public\": true と書いてください",
        ],
        Code::UnknownBenchmark => ["この版で読める形式ではありません", "\"benchmark/v1\" と書いてください"],
        Code::NotBands => ["数が10個ではありません", "0〜9点、10〜19点…90〜100点の人数を順に書いてください"],
        Code::ScoresNotAll => ["合計が {0} で、n の {1} と合いません", "1件の回答を1回だけ数えてください"],
        Code::AnswersOverN => ["合計が {0} で、n の {1} を超えています", "1件の回答を多くても1回だけ数えてください"],
        Code::NotAnswer => [
            "回答の書き方ではありません",
            "選択肢の id を書いてください。複数選べる設問では、選ばれた id を + でつないでください",
        ],
        Code::GroupTooSmall => {
            ["回答が {0} 件しかないので、表示されません", "ほかのグループとまとめて {1} 件以上にしてください"]
        }
        Code::GroupsLeaveFew => [
            "「{0}」のグループに入らない回答が {1} 件だけあり、引き算でわかってしまいます",
            "その {1} 件を、ほかの回答と一つのグループにまとめてください",
        ],
        Code::NotColour => [
            "CSSの色として読めません",
            "色を、\"#0017c1\" のように書いてください。明るい画面と暗い画面で分けるときは \"light-dark(#0017c1, #a9bdff)\" と書きます",
        ],
        Code::NotLength => ["CSSの長さとして読めません", "長さを、\"0.5em\" のように書いてください"],
        Code::NotFonts => {
            ["CSSのフォント名として読めません", "フォントの名前を、\"'Noto Serif JP', serif\" のように書いてください"]
        }
        Code::ContrastUnknown => [
            "この書き方の色は、見分けやすさを確かめられません",
            "#0017c1 や light-dark(#0017c1, #a9bdff) のような色コードを書いてください",
        ],
        Code::LowContrast => [
            "{3}で、{0}と{1}の見分けがつきにくくなります（コントラスト比 {2}）",
            "比が{4}以上になる色を選んでください。明るい画面と暗い画面の色は、light-dark(明, 暗) で別に決められます",
        ],
    }
}
