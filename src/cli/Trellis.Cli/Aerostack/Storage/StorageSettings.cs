namespace Trellis.Cli.Aerostack.Storage;

/// <summary>What several commands about files share. Each call makes a new one: an argument belongs to one command.</summary>
internal static class StorageSettings
{
    /// <summary>Which file of the project.</summary>
    public static TextArgument Key() => new("key", "The key of the file in the project, such as reports/july.pdf");

    /// <summary>What comes from another place, or goes there.</summary>
    public static TextArgument File(string description) => new("file", description);

    /// <summary>The name of a key's last part, for messages.</summary>
    public static string LastPart(string key) => key[(key.LastIndexOf('/') + 1)..] is { Length: > 0 } name ? name : key;
}
