namespace Trellis.Server.Console.Settings;

/// <summary>What the page of settings shows.</summary>
/// <param name="Version">The version of the server.</param>
/// <param name="DataDirectory">Where the server keeps its data.</param>
/// <param name="Store">Where the store is, without its password.</param>
/// <param name="Theme">How the console looks.</param>
internal sealed record SettingsModel(string Version, string DataDirectory, string Store, string Theme);
