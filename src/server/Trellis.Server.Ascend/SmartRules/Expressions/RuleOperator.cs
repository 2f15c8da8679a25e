namespace Trellis.Server.Ascend.SmartRules.Expressions;

/// <summary>How a field is compared.</summary>
internal enum RuleOperator
{
    /// <summary><c>==</c>.</summary>
    Equal,

    /// <summary><c>!=</c>: not <see cref="Equal"/>, so that it is true of a field that is not there.</summary>
    NotEqual,

    /// <summary><c>&gt;</c>.</summary>
    Greater,

    /// <summary><c>&gt;=</c>.</summary>
    GreaterOrEqual,

    /// <summary><c>&lt;</c>.</summary>
    Less,

    /// <summary><c>&lt;=</c>.</summary>
    LessOrEqual,

    /// <summary><c>IN</c>: equal to one of a list.</summary>
    In,

    /// <summary><c>NOT IN</c>: not <see cref="In"/>.</summary>
    NotIn,

    /// <summary><c>MATCHES</c>: a regular expression is found in it.</summary>
    Matches,

    /// <summary><c>LIKE</c>: it looks like a pattern with <c>%</c> and <c>_</c>.</summary>
    Like,
}
