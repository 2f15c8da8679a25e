using System.Text;
using Trellis.Server.Ascend.Rules;

namespace Trellis.Server.Ascend.SmartRules.Expressions;

/// <summary>
/// <c>field op value</c>. A negated operator is the exact opposite of the one it negates, so that "the role is not admin" is true of a
/// request that names no role.
/// </summary>
internal abstract class Comparison : RuleExpression
{
    private readonly RuleOperator _written;
    private readonly bool _isNegated;

    /// <summary>Takes the parts of a comparison.</summary>
    protected Comparison(string field, RuleOperator op, IReadOnlyList<RuleLiteral> values)
    {
        Field = field;
        _written = op;
        _isNegated = RuleOperators.IsNegated(op);
        Operator = RuleOperators.Positive(op);
        Values = values;
    }

    /// <summary>The field as it is written.</summary>
    public string Field { get; }

    /// <summary>The operator without its negation.</summary>
    protected RuleOperator Operator { get; }

    /// <summary>The values: one, or those of a list.</summary>
    protected IReadOnlyList<RuleLiteral> Values { get; }

    /// <summary>Whether it is true only where the test succeeds.</summary>
    protected bool IsPositive => !_isNegated;

    /// <inheritdoc/>
    public sealed override bool IsTrue(RuleFacts facts) => Test(facts) != _isNegated;

    /// <inheritdoc/>
    public sealed override void AppendTo(StringBuilder text)
    {
        text.Append(Field).Append(' ').Append(RuleOperators.Symbol(_written)).Append(' ');
        if (!RuleOperators.TakesList(_written))
        {
            Values[0].AppendTo(text);
            return;
        }

        text.Append('(');
        for (var index = 0; index < Values.Count; index++)
        {
            if (index > 0)
                text.Append(", ");
            Values[index].AppendTo(text);
        }

        text.Append(')');
    }

    /// <summary>Whether the operator without its negation is true.</summary>
    protected abstract bool Test(RuleFacts facts);
}
