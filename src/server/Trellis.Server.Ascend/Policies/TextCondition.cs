using Trellis.Server.Ascend.Rules;
using Trellis.Server.Ascend.Rules.Patterns;

namespace Trellis.Server.Ascend.Policies;

/// <summary>One of some patterns has to match what the action says in a field.</summary>
/// <param name="Field">The field.</param>
/// <param name="Patterns">The patterns, at least one.</param>
internal sealed record TextCondition(RuleField Field, IReadOnlyList<TextPattern> Patterns)
{
    /// <summary>Whether an action meets this.</summary>
    public bool IsMet(RuleFacts facts)
    {
        foreach (var value in facts.ValuesOf(Field))
        {
            for (var index = 0; index < Patterns.Count; index++)
            {
                if (Patterns[index].Matches(value))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether an action may meet both.</summary>
    public bool MayOverlap(TextCondition other)
    {
        foreach (var one in Patterns)
        {
            foreach (var another in other.Patterns)
            {
                if (one.MayOverlap(another))
                    return true;
            }
        }

        return false;
    }
}
