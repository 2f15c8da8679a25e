using System.Collections.Frozen;
using Trellis.Server.Ascend.Content;

namespace Trellis.Server.Ascend.OutputFilter;

/// <summary>What is done about a kind of sensitive data in an agent's output.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Category"><c>PII</c>, <c>PCI</c> or <c>SECRET</c>.</param>
/// <param name="Severity">How bad it is that it is there.</param>
/// <param name="Pattern">The name of the pattern.</param>
/// <param name="Blocks">Whether the whole output is stopped.</param>
internal sealed record OutputRule(SensitiveDataKind Kind, string Category, string Severity, string Pattern, bool Blocks)
{
    private const string Personal = "PII";
    private const string Payment = "PCI";
    private const string Secret = "SECRET";

    /// <summary>The rules.</summary>
    public static IReadOnlyList<OutputRule> All { get; } =
    [
        new(SensitiveDataKind.PrivateKey, Secret, FindingSeverity.Critical, "private_key", Blocks: true),
        new(SensitiveDataKind.ApiKey, Secret, FindingSeverity.Critical, "api_key", Blocks: true),
        new(SensitiveDataKind.CardNumber, Payment, FindingSeverity.High, "card_number", Blocks: false),
        new(SensitiveDataKind.SocialSecurityNumber, Personal, FindingSeverity.High, "ssn", Blocks: false),
        new(SensitiveDataKind.EmailAddress, Personal, FindingSeverity.Medium, "email", Blocks: false),
        new(SensitiveDataKind.PhoneNumber, Personal, FindingSeverity.Medium, "phone", Blocks: false),
        new(SensitiveDataKind.IpAddress, Personal, FindingSeverity.Low, "ip_address", Blocks: false),
    ];

    private static readonly FrozenDictionary<SensitiveDataKind, OutputRule> ByKind = All.ToFrozenDictionary(static rule => rule.Kind);

    /// <summary>The categories.</summary>
    public static string[] Categories { get; } = [Personal, Payment, Secret];

    /// <summary>The rule for a kind.</summary>
    public static OutputRule Of(SensitiveDataKind kind) => ByKind[kind];
}
