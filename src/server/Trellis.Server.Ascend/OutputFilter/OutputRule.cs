using Trellis.Server.Ascend.Content;

namespace Trellis.Server.Ascend.OutputFilter;

/// <summary>What is done about a kind of sensitive data in an agent's output.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Category"><c>PII</c>, <c>PCI</c> or <c>SECRET</c>.</param>
/// <param name="Severity">How bad it is that it is there.</param>
/// <param name="Pattern">The name of the pattern.</param>
/// <param name="Action"><see cref="OutputScan.Blocked"/>, <see cref="OutputScan.Redacted"/> or <see cref="Ignored"/>.</param>
internal sealed record OutputRule(SensitiveDataKind Kind, string Category, string Severity, string Pattern, string Action)
{
    /// <summary>It may stand in the output, and is not mentioned.</summary>
    public const string Ignored = "IGNORED";

    private const string Personal = "PII";
    private const string Payment = "PCI";
    private const string Secret = "SECRET";

    /// <summary>The rules of an organisation that has set nothing.</summary>
    public static IReadOnlyList<OutputRule> All { get; } =
    [
        new(SensitiveDataKind.PrivateKey, Secret, FindingSeverity.Critical, "private_key", OutputScan.Blocked),
        new(SensitiveDataKind.ApiKey, Secret, FindingSeverity.Critical, "api_key", OutputScan.Blocked),
        new(SensitiveDataKind.CardNumber, Payment, FindingSeverity.High, "card_number", OutputScan.Redacted),
        new(SensitiveDataKind.SocialSecurityNumber, Personal, FindingSeverity.High, "ssn", OutputScan.Redacted),
        new(SensitiveDataKind.EmailAddress, Personal, FindingSeverity.Medium, "email", OutputScan.Redacted),
        new(SensitiveDataKind.PhoneNumber, Personal, FindingSeverity.Medium, "phone", OutputScan.Redacted),
        new(SensitiveDataKind.IpAddress, Personal, FindingSeverity.Low, "ip_address", OutputScan.Redacted),
    ];

    /// <summary>The categories.</summary>
    public static string[] Categories { get; } = [Personal, Payment, Secret];

    /// <summary>What can be done.</summary>
    public static string[] Actions { get; } = [OutputScan.Blocked, OutputScan.Redacted, Ignored];
}
