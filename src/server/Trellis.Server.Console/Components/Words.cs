namespace Trellis.Server.Console.Components;

/// <summary>Names of the wire as people read them.</summary>
internal static class Words
{
    /// <summary>The name with spaces for underscores.</summary>
    public static string Of(string name) => name.Replace('_', ' ');
}
