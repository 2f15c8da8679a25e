using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Aerostack;

/// <summary>A user of the project. Contract section 2.1.3.</summary>
public sealed record AuthUser : AerostackAnswer
{
    /// <summary>The id.</summary>
    public string? Id { get; init; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Since when there is the user.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>What was kept with the user, an object; <see cref="JsonValueKind.Undefined"/> when the server sent none.</summary>
    public JsonElement Metadata { get; init; }

    /// <summary>The name; <see langword="null"/> when there is none or the server does not say: <see cref="IsNameGiven"/> tells which.</summary>
    [JsonIgnore]
    public string? Name => GivenName.ValueKind == JsonValueKind.String ? GivenName.GetString() : null;

    /// <summary>Whether the server said something about the name, be it that there is none.</summary>
    [JsonIgnore]
    public bool IsNameGiven => GivenName.ValueKind != JsonValueKind.Undefined;

    [JsonInclude]
    [JsonPropertyName("name")]
    internal JsonElement GivenName { get; init => field = Checked(value); }

    private static JsonElement Checked(JsonElement name) =>
        name.ValueKind is JsonValueKind.Undefined or JsonValueKind.String or JsonValueKind.Null ? name : throw new JsonException("A user's name is a text or null.");
}
