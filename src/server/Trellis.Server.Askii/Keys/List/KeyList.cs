using System.Text.Json;
using Trellis.Server.Askii.Platform;

namespace Trellis.Server.Askii.Keys;

/// <summary>The answer of <c>list-keys</c>.</summary>
/// <param name="subject">The user.</param>
/// <param name="keys">The keys.</param>
/// <param name="tellsBudgets">Whether <c>max_budget</c> is told, which no client of the platform knows.</param>
internal sealed class KeyList(string subject, IReadOnlyList<AskiiKey> keys, bool tellsBudgets) : PlatformAnswer
{
    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteString("user_id"u8, subject);
        json.WriteStartArray("keys"u8);
        foreach (var key in keys)
            Write(json, key);
        json.WriteEndArray();
    }

    private void Write(Utf8JsonWriter json, AskiiKey key)
    {
        json.WriteStartObject();
        json.WriteString("key_name"u8, key.Name);
        json.WriteString("key_alias"u8, key.Alias);
        WireTime.Write(json, "created_at"u8, key.CreatedAt);
        WireTime.Write(json, "expires"u8, key.ExpiresAt);
        json.WriteNumber("spend"u8, Money.ToUsd(key.Spend));

        // The platform's clients refuse what the contract does not have; the console shows how much of it is spent.
        if (tellsBudgets && key.MaxBudget is { } budget)
            json.WriteNumber("max_budget"u8, Money.ToUsd(budget));
        if (key.Blocked is { } blocked)
            json.WriteBoolean("blocked"u8, blocked);
        else
            json.WriteNull("blocked"u8);
        key.Models.WriteTo(json, "models"u8);
        json.WriteString("default_model"u8, key.DefaultModel);
        json.WriteBoolean("memory_enabled"u8, key.MemoryEnabled);
        json.WriteString("memory_mode"u8, key.MemoryMode);
        json.WriteEndObject();
    }
}
