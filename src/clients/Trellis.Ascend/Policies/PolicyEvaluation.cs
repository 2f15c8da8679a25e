using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Trellis.Ascend;

/// <summary>What the policies would say about an action. Contract section 2.11.</summary>
public sealed record PolicyEvaluation : AscendAnswer
{
    /// <summary>The word: <c>ALLOW</c>, <c>DENY</c> or <c>REQUIRE_APPROVAL</c>.</summary>
    [JsonPropertyName("decision")]
    public string? DecisionText { get; init; }

    /// <summary>What it means. A word that is not known is pending.</summary>
    [JsonIgnore]
    public Decision Decision => DecisionText?.Trim().ToUpperInvariant() switch
    {
        "ALLOW" => Decision.Allowed,
        "DENY" => Decision.Denied,
        _ => DecisionWords.Read(DecisionText),
    };

    /// <summary>The policies that apply. Never null.</summary>
    public IReadOnlyList<JsonNode> MatchedPolicies { get; init => field = value ?? []; } = [];

    /// <summary>What would be violated. Never null.</summary>
    public IReadOnlyList<string> Violations { get; init => field = value ?? []; } = [];

    /// <summary>The score that was supposed or found.</summary>
    public double? RiskScore { get; init; }

    /// <summary>How long it took, in milliseconds.</summary>
    public double? EvaluationTimeMs { get; init; }
}
