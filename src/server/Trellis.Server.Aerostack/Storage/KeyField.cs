using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Aerostack.Storage;

/// <summary>Reads keys from bodies.</summary>
internal static class KeyField
{
    // A key has at most 1024 bytes, and a slash may come before it.
    private const int LongestCharacters = 1025;

    /// <summary>The key of a member; empty when there is none, and then the errors say why.</summary>
    public static string Read(Fields fields, string name = "key")
    {
        if (fields.OptionalText(name, LongestCharacters) is not { } text)
        {
            fields.Errors.Add(name, "is required");
            return "";
        }

        if (FileKey.Read(text, out var reason) is { } key)
            return key;

        fields.Errors.Add(name, reason);
        return "";
    }
}
