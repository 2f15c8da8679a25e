namespace Trellis.Server.Akshi.Agents.Files;

/// <summary>A file that an agent may look at.</summary>
/// <param name="Path">Relative to the configuration's folder, with slashes.</param>
/// <param name="FullPath">Where it is.</param>
/// <param name="Length">Its length in bytes, when it was found.</param>
/// <param name="Modified">When it was last written, in ticks of UTC.</param>
internal sealed record FoundFile(string Path, string FullPath, long Length, long Modified);
