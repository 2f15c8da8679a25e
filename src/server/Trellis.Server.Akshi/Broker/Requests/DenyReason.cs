namespace Trellis.Server.Akshi.Broker.Requests;

/// <summary>Why the broker sends nothing, in the words of the receipt (contract, section 5.6).</summary>
internal static class DenyReason
{
    public const string NotAllowlisted = "not_allowlisted";
    public const string GrantRevoked = "grant_revoked";
    public const string DnsRebinding = "dns_rebinding";
    public const string SecretMissing = "secret_missing";
    public const string CapabilityDenied = "capability_denied";
}
