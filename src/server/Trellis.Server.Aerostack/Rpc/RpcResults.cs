using System.Text.Json;

namespace Trellis.Server.Aerostack.Rpc;

/// <summary>What of a route's answer is the result of a method.</summary>
internal static class RpcResults
{
    /// <summary>All of it.</summary>
    public static void Whole(Utf8JsonWriter json, JsonElement answer) => Copy(json, answer);

    /// <summary>Nothing: the method has no result.</summary>
    public static void Nothing(Utf8JsonWriter json, JsonElement answer) => json.WriteNullValue();

    /// <summary>One member; null when it is missing.</summary>
    public static Action<Utf8JsonWriter, JsonElement> Member(string name) => (json, answer) =>
    {
        if (answer.TryGetProperty(name, out var value))
            Copy(json, value);
        else
            json.WriteNullValue();
    };

    /// <summary>Rows, and on which engine they were found.</summary>
    public static Action<Utf8JsonWriter, JsonElement> RowsOf(string target) => (json, answer) =>
    {
        json.WriteStartObject();
        json.WritePropertyName("results"u8);
        Copy(json, answer.GetProperty("results"u8));
        json.WriteBoolean("success"u8, true);
        json.WriteStartObject("meta"u8);
        json.WriteString("target"u8, target);
        json.WriteNumber("rowCount"u8, answer.GetProperty("count"u8).GetInt64());
        json.WriteEndObject();
        json.WriteEndObject();
    };

    /// <summary>A page of keys, which have a <c>name</c> here and no <c>expiration</c> when they have no end.</summary>
    public static void NamedKeys(Utf8JsonWriter json, JsonElement answer)
    {
        json.WriteStartObject();
        json.WriteStartArray("keys"u8);
        foreach (var key in answer.GetProperty("keys"u8).EnumerateArray())
        {
            json.WriteStartObject();
            json.WriteString("name"u8, key.GetProperty("key"u8).GetString());
            if (key.GetProperty("expiration"u8) is { ValueKind: JsonValueKind.Number } expiration)
                json.WriteNumber("expiration"u8, expiration.GetInt64());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        foreach (var member in answer.EnumerateObject().Where(static member => !member.NameEquals("keys"u8)))
        {
            json.WritePropertyName(member.Name);
            Copy(json, member.Value);
        }

        json.WriteEndObject();
    }

    // Not WriteTo: a stored value may hold half of a surrogate pair, escaped, which is JSON but no text.
    private static void Copy(Utf8JsonWriter json, JsonElement value) => json.WriteRawValue(value.GetRawText(), skipInputValidation: true);
}
