using System.Reflection;

namespace Trellis.Cli;

/// <summary>The version of this program.</summary>
internal static class ProductVersion
{
    /// <summary>As released, such as <c>1.4.0</c> or <c>1.4.0-rc.1</c>; without the commit that the build appends.</summary>
    public static string Text { get; } = WithoutCommit(
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);

    internal static string WithoutCommit(string version) => version.IndexOf('+', StringComparison.Ordinal) is >= 0 and var plus ? version[..plus] : version;
}
