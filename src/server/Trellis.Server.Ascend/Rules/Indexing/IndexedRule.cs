namespace Trellis.Server.Ascend.Rules.Indexing;

/// <summary>A rule that the index can file and test. Immutable and thread-safe.</summary>
internal abstract class IndexedRule
{
    /// <summary>What it can be filed under.</summary>
    public abstract IndexKeys Keys { get; }

    /// <summary>With a lower risk score the rule is never satisfied.</summary>
    public abstract int LeastRisk { get; }

    /// <summary>With a lower amount, or with none, the rule is never satisfied; null when it is no matter of amounts.</summary>
    public abstract decimal? LeastAmount { get; }

    /// <summary>Whether an action satisfies the rule.</summary>
    public abstract bool IsSatisfiedBy(RuleFacts facts);
}
