using System.Text;

namespace Hotfix.Core.Text;

/// <summary>
/// Puts letters and the accents behind them together, as Unicode's form NFC does. Culture data is not loaded (globalization-invariant mode), where
/// <see cref="string.Normalize()"/> returns its input.
/// </summary>
/// <remarks>Source: the canonical pairs of UnicodeData.txt for lower-case and caseless letters, and chapter 3.12 of the Unicode Standard for Hangul.</remarks>
internal static class CanonicalComposition
{
    private const int FirstSyllable = 0xAC00,
        FirstLead = 0x1100,
        FirstVowel = 0x1161,
        BeforeTrail = 0x11A7;
    private const int Leads = 19,
        Vowels = 21,
        Trails = 28;

    private static readonly Dictionary<(char Letter, char Mark), char> Composed = Rows()
        .SelectMany(row => row.Pairs.Chunk(2).Select(pair => (Key: (pair[0], row.Mark), Value: pair[1])))
        .ToDictionary(pair => pair.Key, pair => pair.Value);

    private static readonly Dictionary<char, (char Letter, char Mark)> Decomposed = Composed.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>The lower-case text with every letter and accent in one character where Unicode has one.</summary>
    public static string Compose(string lower)
    {
        var composed = new StringBuilder(lower.Length);
        int letter = -1;
        foreach (char c in lower)
        {
            if (letter >= 0 && (Composed.TryGetValue((composed[letter], c), out char whole) || TryHangul(composed[letter], c, out whole)))
            {
                composed[letter] = whole;
                continue;
            }

            // A mark that finds no partner stays behind its letter; the next mark may still find one.
            letter = char.IsLetter(c) || letter < 0 || !IsMark(c) ? composed.Length : letter;
            composed.Append(c);
        }

        return composed.ToString();
    }

    /// <summary>The letter and the accent that make up a character; <c>null</c> when it is not made of two.</summary>
    public static (char Letter, char Mark)? Decompose(char composed) => Decomposed.TryGetValue(composed, out (char Letter, char Mark) parts) ? parts : null;

    private static bool IsMark(char c) =>
        char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static bool TryHangul(char first, char second, out char syllable)
    {
        (int lead, int vowel) = (first - FirstLead, second - FirstVowel);
        (int open, int trail) = (first - FirstSyllable, second - BeforeTrail);
        bool isOpen = lead is >= 0 and < Leads && vowel is >= 0 and < Vowels;
        bool isClosed = open is >= 0 and < Leads * Vowels * Trails && open % Trails == 0 && trail is > 0 and < Trails;
        syllable =
            isOpen ? (char)(FirstSyllable + (((lead * Vowels) + vowel) * Trails))
            : isClosed ? (char)(first + trail)
            : '\0';
        return isOpen || isClosed;
    }

    // Each row: a mark, and pairs of a letter without it and the same letter with it.
    private static IEnumerable<(char Mark, string Pairs)> Rows() =>
        [
            ('\u0300', "aàeèiìoòuùüǜnǹеѐиѝēḕōṑwẁâầăằêềôồơờưừyỳἀἂἁἃἐἒἑἓἠἢἡἣἰἲἱἳὀὂὁὃὐὒὑὓὠὢὡὣαὰεὲηὴιὶοὸυὺωὼϊῒϋῢ"),
            ('\u0301', "aáeéiíoóuúyýcćlĺnńrŕsśzźüǘgǵåǻæǽøǿϊΐαάεέηήιίϋΰοόυύωώϒϓгѓкќçḉēḗïḯkḱmḿõṍōṓpṕũṹwẃâấăắêếôốơớ"),
            ('\u0301', "ưứἀἄἁἅἐἔἑἕἠἤἡἥἰἴἱἵὀὄὁὅὐὔὑὕὠὤὡὥ"),
            ('\u0302', "aâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷzẑạậẹệọộ"),
            ('\u0303', "aãnñoõiĩuũvṽâẫăẵeẽêễôỗơỡưữyỹ"),
            ('\u0304', "aāeēiīoōuūüǖäǟȧǡæǣǫǭöȫõȭȯȱyȳиӣуӯgḡḷḹṛṝαᾱιῑυῡ"),
            ('\u0306', "aăeĕgğiĭoŏuŭийуўжӂаӑеӗȩḝạặαᾰιῐυῠ"),
            ('\u0307', "cċeėgġIİzżaȧoȯbḃdḋfḟhḣmṁnṅpṗrṙsṡśṥšṧṣṩtṫwẇxẋyẏſẛ"),
            ('\u0308', "aäeëiïoöuüyÿιϊυϋϒϔеёіїаӓәӛжӝзӟиӥоӧөӫэӭуӱчӵыӹhḧõṏūṻwẅxẍtẗ"),
            ('\u0309', "aảâẩăẳeẻêểiỉoỏôổơởuủưửyỷ"),
            ('\u030A', "aåuůwẘyẙ"),
            ('\u030B', "oőuűуӳ"),
            ('\u030C', "cčdďeělľnňrřsštťzžaǎiǐoǒuǔüǚgǧkǩʒǯjǰhȟ"),
            ('\u030F', "aȁeȅiȉoȍrȑuȕѵѷ"),
            ('\u0311', "aȃeȇiȋoȏrȓuȗ"),
            ('\u0313', "αἀεἐηἠιἰοὀυὐωὠρῤ"),
            ('\u0314', "αἁεἑηἡιἱοὁυὑωὡρῥ"),
            ('\u031B', "oơuư"),
            ('\u0323', "bḅdḍhḥkḳlḷmṃnṇrṛsṣtṭvṿwẉzẓaạeẹiịoọơợuụưựyỵ"),
            ('\u0324', "uṳ"),
            ('\u0325', "aḁ"),
            ('\u0326', "sștț"),
            ('\u0327', "cçgģkķlļnņrŗsştţeȩdḑhḩ"),
            ('\u0328', "aąeęiįuųoǫ"),
            ('\u032D', "dḓeḙlḽnṋtṱuṷ"),
            ('\u032E', "hḫ"),
            ('\u0330', "eḛiḭuṵ"),
            ('\u0331', "bḇdḏkḵlḻnṉrṟtṯzẕhẖ"),
            ('\u0342', "ἀἆἁἇἠἦἡἧἰἶἱἷὐὖὑὗὠὦὡὧαᾶηῆιῖϊῗυῦϋῧωῶ"),
            ('\u0345', "ἀᾀἁᾁἂᾂἃᾃἄᾄἅᾅἆᾆἇᾇἠᾐἡᾑἢᾒἣᾓἤᾔἥᾕἦᾖἧᾗὠᾠὡᾡὢᾢὣᾣὤᾤὥᾥὦᾦὧᾧὰᾲαᾳάᾴᾶᾷὴῂηῃήῄῆῇὼῲωῳώῴῶῷ"),
            ('\u0653', "\u0627\u0622"),
            ('\u0654', "\u0627\u0623\u0648\u0624\u064A\u0626\u06D5\u06C0\u06C1\u06C2\u06D2\u06D3"),
            ('\u0655', "\u0627\u0625"),
            ('\u093C', "नऩरऱळऴ"),
            ('\u09BE', "\u09C7\u09CB"),
            ('\u09D7', "\u09C7\u09CC"),
            ('\u0B3E', "\u0B47\u0B4B"),
            ('\u0B56', "\u0B47\u0B48"),
            ('\u0B57', "\u0B47\u0B4C"),
            ('\u0BBE', "\u0BC6\u0BCA\u0BC7\u0BCB"),
            ('\u0BD7', "ஒஔ\u0BC6\u0BCC"),
            ('\u0C56', "\u0C46\u0C48"),
            ('\u0CC2', "\u0CC6\u0CCA"),
            ('\u0CD5', "\u0CBF\u0CC0\u0CC6\u0CC7\u0CCA\u0CCB"),
            ('\u0CD6', "\u0CC6\u0CC8"),
            ('\u0D3E', "\u0D46\u0D4A\u0D47\u0D4B"),
            ('\u0D57', "\u0D46\u0D4C"),
            ('\u0DCA', "\u0DD9\u0DDA\u0DDC\u0DDD"),
            ('\u0DCF', "\u0DD9\u0DDC"),
            ('\u0DDF', "\u0DD9\u0DDE"),
            ('\u102E', "ဥဦ"),
            ('\u1B35', "ᬅᬆᬇᬈᬉᬊᬋᬌᬍᬎᬑᬒ\u1B3A\u1B3B\u1B3C\u1B3D\u1B3E\u1B40\u1B3F\u1B41\u1B42\u1B43"),
            (
                '\u3099',
                "かがきぎくぐけげこごさざしじすずせぜそぞただちぢつづてでとどはばひびふぶへべほぼうゔゝゞカガキギクグケゲコゴサザシジスズセゼソゾタダチヂツヅテデトドハバヒビフブヘベホボウヴワヷ"
            ),
            ('\u3099', "ヰヸヱヹヲヺヽヾ"),
            ('\u309A', "はぱひぴふぷへぺほぽハパヒピフプヘペホポ"),
        ];
}
