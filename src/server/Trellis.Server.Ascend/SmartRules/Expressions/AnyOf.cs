using System.Text;
using Trellis.Server.Ascend.Rules;
using Trellis.Server.Ascend.Rules.Indexing;

namespace Trellis.Server.Ascend.SmartRules.Expressions;

/// <summary>Expressions joined by <c>OR</c>.</summary>
internal sealed class AnyOf : RuleExpression
{
    private readonly RuleExpression[] _parts;

    /// <summary>Joins expressions.</summary>
    public AnyOf(IEnumerable<RuleExpression> parts) =>
        _parts = [.. parts.SelectMany(static part => part is AnyOf any ? any._parts : [part])];

    /// <inheritdoc/>
    public override IndexKeys Keys => IndexKeys.Any([.. _parts.Select(static part => part.Keys)]);

    /// <inheritdoc/>
    public override int LeastRisk => _parts.Min(static part => part.LeastRisk);

    /// <inheritdoc/>
    public override decimal? LeastAmount =>
        Array.TrueForAll(_parts, static part => part.LeastAmount is not null) ? _parts.Min(static part => part.LeastAmount) : null;

    /// <inheritdoc/>
    public override bool IsTrue(RuleFacts facts)
    {
        foreach (var part in _parts)
        {
            if (part.IsTrue(facts))
                return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public override void AppendTo(StringBuilder text)
    {
        for (var index = 0; index < _parts.Length; index++)
        {
            if (index > 0)
                text.Append(" OR ");
            _parts[index].AppendTo(text);
        }
    }
}
