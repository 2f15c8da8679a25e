using Trellis.Server.Ascend.Rules;
using Trellis.Server.Ascend.Rules.Indexing;

namespace Trellis.Server.Ascend.Tests.Policies;

/// <summary>A rule that counts how often it is tested.</summary>
internal sealed class CountingRule(IndexedRule rule) : IndexedRule
{
    public int Tests { get; private set; }

    public override IndexKeys Keys => rule.Keys;

    public override int LeastRisk => rule.LeastRisk;

    public override decimal? LeastAmount => rule.LeastAmount;

    public override bool IsSatisfiedBy(RuleFacts facts)
    {
        Tests++;
        return rule.IsSatisfiedBy(facts);
    }
}
