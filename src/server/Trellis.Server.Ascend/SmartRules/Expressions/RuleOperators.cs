namespace Trellis.Server.Ascend.SmartRules.Expressions;

/// <summary>How operators are written and what they mean.</summary>
internal static class RuleOperators
{
    /// <summary>The operator as it is written.</summary>
    public static string Symbol(RuleOperator op) => op switch
    {
        RuleOperator.Equal => "==",
        RuleOperator.NotEqual => "!=",
        RuleOperator.Greater => ">",
        RuleOperator.GreaterOrEqual => ">=",
        RuleOperator.Less => "<",
        RuleOperator.LessOrEqual => "<=",
        RuleOperator.In => "IN",
        RuleOperator.NotIn => "NOT IN",
        RuleOperator.Matches => "MATCHES",
        _ => "LIKE",
    };

    /// <summary>Whether it takes a list.</summary>
    public static bool TakesList(RuleOperator op) => op is RuleOperator.In or RuleOperator.NotIn;

    /// <summary>Whether it takes a pattern.</summary>
    public static bool TakesPattern(RuleOperator op) => op is RuleOperator.Matches or RuleOperator.Like;

    /// <summary>Whether it asks which is larger.</summary>
    public static bool IsOrdering(RuleOperator op) =>
        op is RuleOperator.Greater or RuleOperator.GreaterOrEqual or RuleOperator.Less or RuleOperator.LessOrEqual;

    /// <summary>Whether it is the opposite of another one, <see cref="Positive"/>.</summary>
    public static bool IsNegated(RuleOperator op) => op is RuleOperator.NotEqual or RuleOperator.NotIn;

    /// <summary>The operator without its negation.</summary>
    public static RuleOperator Positive(RuleOperator op) => op switch
    {
        RuleOperator.NotEqual => RuleOperator.Equal,
        RuleOperator.NotIn => RuleOperator.In,
        _ => op,
    };

    /// <summary>Whether an order, negative for less and zero for equal, is what an operator asks for.</summary>
    public static bool Accepts(RuleOperator op, int order) => op switch
    {
        RuleOperator.Equal or RuleOperator.In => order == 0,
        RuleOperator.Greater => order > 0,
        RuleOperator.GreaterOrEqual => order >= 0,
        RuleOperator.Less => order < 0,
        RuleOperator.LessOrEqual => order <= 0,
        _ => false,
    };
}
