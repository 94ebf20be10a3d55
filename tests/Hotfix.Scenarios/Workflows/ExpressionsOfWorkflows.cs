namespace Hotfix.Scenarios.Workflows;

/// <summary>The evaluator of this test means what GitHub means.</summary>
public sealed class ExpressionsOfWorkflows
{
    [Theory]
    [InlineData("a == 'x'", true)]
    [InlineData("a != 'X'", false)]
    [InlineData("!cancelled() && a != '' && (b == 'x' || c == '')", true)]
    [InlineData("a == 'y' || (startsWith(a, 'y') && a == a)", false)]
    [InlineData("a == 'y' || (startsWith(a, 'x') && a == a)", true)]
    [InlineData("${{ c }}", false)]
    public void Hold(string condition, bool holds) => Assert.Equal(holds, new WorkflowExpression(Value).Holds(condition));

    [Theory]
    [InlineData("${{ c || a }}-${{ a && b }}", "x-")]
    [InlineData("${{ (a == 'x' || c) && 'own' || 'workflow' }}", "own")]
    public void Fill(string text, string filled) => Assert.Equal(filled, new WorkflowExpression(Value).Fill(text));

    [Theory]
    [InlineData("toJSON(a)")]
    [InlineData("a < b")]
    [InlineData("d")]
    public void OfAnotherKindAreRefused(string expression) => Assert.ThrowsAny<Exception>(() => new WorkflowExpression(Value).Evaluate(expression));

    private static string Value(string path) =>
        path switch
        {
            "a" => "x",
            "b" or "c" => "",
            _ => throw new InvalidOperationException(path),
        };
}
