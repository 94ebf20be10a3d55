using System.Linq.Expressions;
using System.Reflection;

namespace Nuke.Common.Utilities;

/// <summary>The member that a lambda like <c>() =&gt; Description</c> or <c>x =&gt; x.Test</c> names, read from the tree and never compiled.</summary>
internal static class ExpressionMember
{
    public static MemberInfo Of(LambdaExpression lambda) =>
        Strip(lambda.Body) switch
        {
            MemberExpression access => access.Member,
            MethodCallExpression call => call.Method,
            Expression other => throw new ArgumentException($"'{other}' names no member; write '() => Member'."),
        };

    /// <summary>The object whose member is named; <c>null</c> when it is static or not a plain reference.</summary>
    public static object? InstanceOf(LambdaExpression lambda) =>
        Strip(lambda.Body) is MemberExpression { Expression: { } instance } ? Evaluate(instance) : null;

    private static object? Evaluate(Expression expression) =>
        Strip(expression) switch
        {
            ConstantExpression constant => constant.Value,
            MemberExpression { Member: FieldInfo field } access => field.GetValue(access.Expression is null ? null : Evaluate(access.Expression)),
            MemberExpression { Member: PropertyInfo property } access => property.GetValue(access.Expression is null ? null : Evaluate(access.Expression)),
            _ => null,
        };

    private static Expression Strip(Expression expression) =>
        expression is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.TypeAs } cast ? Strip(cast.Operand) : expression;
}
