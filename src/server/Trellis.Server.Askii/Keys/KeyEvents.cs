using System.Text.Json;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Askii.Keys;

/// <summary>What the audit log remembers of a key.</summary>
internal static class KeyEvents
{
    /// <summary>The platform in every record of this module.</summary>
    public const string Platform = "askii";

    /// <summary>The kind of thing that is acted upon.</summary>
    public const string ResourceType = "api_key";

    /// <summary>A key was made.</summary>
    public static AuditEvent Provisioned(AskiiKey key, RequestOrigin origin) =>
        Of(key, origin, "api_key_provisioned", "create", json =>
        {
            json.WriteString("key_name"u8, key.Name);
            json.WriteString("key_alias"u8, key.Alias);
            json.WriteString("expires"u8, key.ExpiresAt);
            WriteModels(json, key.Models, key.DefaultModel);
            json.WriteBoolean("memory_enabled"u8, key.MemoryEnabled);
            json.WriteString("memory_mode"u8, key.MemoryMode);
            json.WritePropertyName("max_budget_nano_usd"u8);
            if (key.MaxBudget is { } budget)
                json.WriteNumberValue(budget);
            else
                json.WriteNullValue();
        });

    /// <summary>A key was revoked.</summary>
    public static AuditEvent Revoked(AskiiKey key, RequestOrigin origin) =>
        Of(key, origin, "api_key_revoked", "revoke", json =>
        {
            json.WriteString("key_name"u8, key.Name);
            json.WriteString("key_alias"u8, key.Alias);
            json.WriteNumber("spend_nano_usd"u8, key.Spend);
        });

    /// <summary>A key's models were changed.</summary>
    public static AuditEvent ModelsUpdated(AskiiKey key, ModelSelection models, string? defaultModel, RequestOrigin origin) =>
        Of(key, origin, "api_key_models_updated", "update", json =>
        {
            json.WriteString("key_name"u8, key.Name);
            WriteModels(json, models, defaultModel);
            json.WriteStartObject("before"u8);
            WriteModels(json, key.Models, key.DefaultModel);
            json.WriteEndObject();
        });

    private static AuditEvent Of(AskiiKey key, RequestOrigin origin, string eventType, string action, Action<Utf8JsonWriter> data) => new()
    {
        OrganisationId = key.OrganisationId,
        Platform = Platform,
        EventType = eventType,
        ActorId = key.UserId,
        ResourceType = ResourceType,
        ResourceId = key.Id,
        Action = action,
        Outcome = AuditOutcome.Success,
        Data = AuditData.Object(data),
        IpAddress = origin.IpAddress,
        CorrelationId = origin.CorrelationId,
    };

    private static void WriteModels(Utf8JsonWriter json, ModelSelection models, string? defaultModel)
    {
        models.WriteTo(json, "models"u8);
        json.WriteString("default_model"u8, defaultModel);
    }
}
