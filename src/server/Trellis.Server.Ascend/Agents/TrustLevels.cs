namespace Trellis.Server.Ascend.Agents;

/// <summary>How far an agent is trusted (contract, section 6.9), least first.</summary>
internal static class TrustLevels
{
    public const string Untrusted = "untrusted";
    public const string Restricted = "restricted";
    public const string Standard = "standard";
    public const string Trusted = "trusted";
}
