using System.Text;
using Trellis.Server.Ascend.Rules;
using Trellis.Server.Ascend.Rules.Indexing;

namespace Trellis.Server.Ascend.SmartRules.Expressions;

/// <summary>Expressions joined by <c>AND</c>.</summary>
internal sealed class AllOf : RuleExpression
{
    private readonly RuleExpression[] _parts;

    /// <summary>Joins expressions.</summary>
    public AllOf(IEnumerable<RuleExpression> parts) =>
        _parts = [.. parts.SelectMany(static part => part is AllOf all ? all._parts : [part])];

    /// <inheritdoc/>
    public override IndexKeys Keys => IndexKeys.All([.. _parts.Select(static part => part.Keys)]);

    /// <inheritdoc/>
    public override int LeastRisk => _parts.Max(static part => part.LeastRisk);

    /// <inheritdoc/>
    public override decimal? LeastAmount => _parts.Max(static part => part.LeastAmount);

    /// <inheritdoc/>
    public override bool IsTrue(RuleFacts facts)
    {
        foreach (var part in _parts)
        {
            if (!part.IsTrue(facts))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override void AppendTo(StringBuilder text)
    {
        for (var index = 0; index < _parts.Length; index++)
        {
            if (index > 0)
                text.Append(" AND ");

            // AND binds tighter.
            var needsParentheses = _parts[index] is AnyOf;
            if (needsParentheses)
                text.Append('(');
            _parts[index].AppendTo(text);
            if (needsParentheses)
                text.Append(')');
        }
    }
}
