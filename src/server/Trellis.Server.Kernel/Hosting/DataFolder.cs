namespace Trellis.Server.Kernel.Hosting;

/// <summary>Where the server keeps its data: a folder that its owner alone may read and that no two servers use at once.</summary>
/// <param name="Path">The full path. The folder exists.</param>
public sealed record DataFolder(string Path);
