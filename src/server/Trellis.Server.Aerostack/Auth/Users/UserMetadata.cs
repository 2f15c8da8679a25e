using System.Text.Json;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Auth.Users;

/// <summary>Reads what an application keeps with its users: <c>metadata</c>, or <c>customFields</c> on the platform surface.</summary>
internal static class UserMetadata
{
    public const string Empty = "{}";

    private const int Longest = 16 * 1024;

    /// <summary>The object as text; null when it is missing.</summary>
    public static string? Read(Fields fields)
    {
        var name = fields.Has("customFields") ? "customFields" : "metadata";
        var value = fields.Object(name);
        if (value.ValueKind is not JsonValueKind.Object)
            return null;

        var text = value.GetRawText();
        if (text.Length <= Longest && StorableText.IsValid(text))
            return text;

        fields.Errors.Add(name, $"must have at most {Longest} characters");
        return null;
    }
}
