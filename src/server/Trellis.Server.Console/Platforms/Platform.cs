namespace Trellis.Server.Console.Platforms;

/// <summary>The names of the platforms, as their modules have them.</summary>
internal static class Platform
{
    public const string Aerostack = "aerostack";
    public const string Akshi = "akshi";
    public const string Ascend = "ascend";
    public const string Askii = "askii";
}
