namespace Hotfix.Core.PostMortems;

/// <summary>The words that come along: how the facts are put, and what people are asked. About the system, never about a person.</summary>
internal static class PostMortemQuestions
{
    public static string Template { get; } =
        """
            {{description}}

            {{summary}}

            Everything below is looked up. Correct it where it is wrong; this tool does not write here again.

            ## Impact window

            {{impact}}

            {{timeline}}

            {{time-spent}}

            ## What changed

            {{changes}}

            ## Candidates for the cause

            {{candidates}}

            ## On the way

            **Rules set aside**

            {{overrides}}

            **Waited for**

            {{waits}}

            **Failures and retries**

            {{failures}}

            ## Forward-port

            {{forward-port}}

            {{questions}}

            """.ReplaceLineEndings("\n");

    public static string Questions { get; } =
        """
            ## Questions

            Whoever took part did what made sense with what they knew then. The answers are about what let it happen, and what would have stopped it.

            ### Impact

            _What could whom not do, for how long? How do we know?_

            ### Detection

            _What told us, and how long after the beginning? What could have told us earlier?_

            ### Root cause

            _What had to come together? Keep asking why until an answer is something that we can change._

            ### Why tests and review did not catch it

            _What would have had to be there for it to be seen before the release?_

            ### What went well

            _What helped, and should stay as it is?_

            ### Actions

            | what | who sees to it | until |
            |---|---|---|
            |  |  |  |
            """.ReplaceLineEndings("\n");
}
