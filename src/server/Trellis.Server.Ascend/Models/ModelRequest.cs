using System.Text.Json;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.Risk;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Models;

/// <summary>Reads what an administrator says about a model.</summary>
internal static class ModelRequest
{
    private const int LongestText = 2000;

    private static readonly string[] DataClasses = ["public", "internal", "confidential", "restricted", "pii", "phi", "pci", "financial", "secret"];

    /// <summary>A new model.</summary>
    public static (RegisteredModel? Model, AscendError? Refusal) Read(AscendCall call)
    {
        var fields = new Fields(call.Body);
        var blank = new RegisteredModel
        {
            ModelId = fields.Text("model_id"),
            Name = "",
            Version = "1.0.0",
            Environment = "production",
            Owner = call.Caller.ActorId,
            RiskLevel = "medium",
            DataClassification = "internal",
            RegisteredBy = call.Caller.ActorId,
            CreatedAt = call.At,
            UpdatedAt = call.At,
        };
        fields.Text("model_name", 500);
        var model = ReadMembers(fields, blank);
        return fields.Errors.IsEmpty ? (model, null) : (null, AscendErrors.Invalid(fields.Errors));
    }

    /// <summary>
    /// A change: what is missing stays. Approvals are given for a version in an environment on a class of data; when one of these changes,
    /// they end.
    /// </summary>
    public static (RegisteredModel? Model, AscendError? Refusal) Read(AscendCall call, RegisteredModel model)
    {
        var fields = new Fields(call.Body);
        var changed = ReadMembers(fields, model) with { UpdatedAt = call.At };
        if (fields.OptionalWord("status", ModelStatus.Deprecated, ModelStatus.PendingReview) is { } status)
        {
            changed = changed with
            {
                IsDeprecated = status == ModelStatus.Deprecated,
                Approvals = status == ModelStatus.PendingReview ? [] : changed.Approvals,
            };
        }

        if (!fields.Errors.IsEmpty)
            return (null, AscendErrors.Invalid(fields.Errors));

        return (EndsApprovals(model, changed) ? changed with { Approvals = [] } : changed, null);
    }

    /// <summary>For which regimes a model is approved: those that are named, or all when none is.</summary>
    public static (IReadOnlyList<string>? Frameworks, string? Comments, AscendError? Refusal) ReadApproval(AscendCall call)
    {
        var fields = new Fields(call.Body);
        var named = new List<string>(fields.OptionalTexts("frameworks", most: 20, longest: 20) ?? []);
        foreach (var name in (ReadOnlySpan<string>)["framework", "compliance_framework"])
        {
            if (fields.OptionalText(name, 20) is { } framework)
                named.Add(framework);
        }

        var known = new List<string>();
        foreach (var name in named)
        {
            if (Frameworks.Find(name) is not { } framework)
                fields.Errors.Add("frameworks", $"must hold only {string.Join(", ", Frameworks.All)}");
            else if (!known.Contains(framework))
                known.Add(framework);
        }

        var comments = fields.OptionalText("comments", LongestText);
        return fields.Errors.IsEmpty
            ? (known.Count == 0 ? Frameworks.All : known, comments, null)
            : (null, null, AscendErrors.Invalid(fields.Errors));
    }

    private static RegisteredModel ReadMembers(Fields fields, RegisteredModel model) => model with
    {
        Name = fields.OptionalText("model_name", 500, 1) ?? model.Name,
        Version = fields.OptionalText("version", shortest: 1) ?? model.Version,
        Environment = fields.OptionalText("environment", 64, 1)?.ToLowerInvariant() ?? model.Environment,
        Owner = fields.OptionalText("model_owner", shortest: 1) ?? model.Owner,
        RiskLevel = fields.OptionalWord("risk_level", RiskLevelWords.All) ?? model.RiskLevel,
        DataClassification = fields.OptionalWord("data_classification", DataClasses) ?? model.DataClassification,
        Provider = fields.OptionalText("provider") ?? model.Provider,
        Description = fields.OptionalText("description", LongestText) ?? model.Description,
        Metadata = fields.Object("metadata") is { ValueKind: JsonValueKind.Object } metadata ? metadata.GetRawText() : model.Metadata,
    };

    private static bool EndsApprovals(RegisteredModel before, RegisteredModel after) =>
        (before.Version, before.Environment, before.DataClassification) != (after.Version, after.Environment, after.DataClassification);
}
