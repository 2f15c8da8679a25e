using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Policies;

/// <summary>A <see cref="PolicyList"/> as it is printed.</summary>
internal sealed record PrintedPolicies(IReadOnlyList<GovernancePolicy> Policies, int Total)
{
    public static PrintedPolicies Of(PolicyList list) => new(list.Policies, list.Total ?? list.Policies.Count);
}
