using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Trellis.Server.Console.Components;

namespace Trellis.Server.Console.Policies;

/// <summary>Policies as people write them: JSON, in which comments are allowed.</summary>
internal static class PolicyText
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    // What an answer has beside these is not the author's to change.
    private static readonly string[] Written =
        ["policy_name", "policy_description", "policy_action", "priority", "is_active", "level", "target", "conditions", "action_params"];

    /// <summary>What somebody who writes a first policy begins with.</summary>
    public const string Example = """
        {
          // What people call it, and what it is for.
          "policy_name": "Large refunds at night",
          "policy_description": "Nobody is there to notice a mistake.",

          // allow, block, require_approval or escalate.
          "policy_action": "require_approval",

          // The lower number is read first; 100 is usual.
          "priority": 10,
          "is_active": true,

          // All conditions have to be met. Texts are patterns with * and ?, or regular expressions after "regex:".
          // There are action_type, agent_type, agent_id, resource, resource_type, data_classification, environment,
          // risk_above, risk_below, amount_above and time_window.
          "conditions": {
            "action_type": ["payment.refund", "*.transfer"],
            "amount_above": 1000,
            "time_window": { "outside": "09:00-17:00", "timezone": "Europe/Berlin" }
          },

          // Who approves it, and until when.
          "action_params": { "approvers": ["finance"], "timeout_hours": 4 }
        }
        """;

    /// <summary>The text of a stored policy.</summary>
    public static string Of(JsonElement policy)
    {
        var text = new JsonObject();
        foreach (var name in Written)
        {
            if (policy.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null)
                text[name] = JsonNode.Parse(value.GetRawText());
        }

        return JsonText.Indent(JsonSerializer.SerializeToElement(text));
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">What somebody has written.</param>
    /// <param name="policy">The policy, without comments.</param>
    /// <param name="problem">What is wrong with it.</param>
    public static bool TryRead(string text, out JsonElement policy, [NotNullWhen(false)] out string? problem)
    {
        policy = default;
        problem = null;
        try
        {
            using var document = JsonDocument.Parse(text, Lenient);
            if (document.RootElement.ValueKind is not JsonValueKind.Object)
            {
                problem = "A policy is a JSON object: it begins with { and ends with }.";
                return false;
            }

            policy = document.RootElement.Clone();
            return true;
        }
        catch (JsonException error)
        {
            problem = $"This is not JSON. Look at line {error.LineNumber + 1}, column {error.BytePositionInLine + 1}.";
            return false;
        }
    }
}
