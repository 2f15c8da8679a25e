namespace Trellis.Server.Akshi.Toml;

/// <summary>A place in a document.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The character (UTF-16 code unit) in the line, from 1.</param>
internal readonly record struct TomlPosition(int Line, int Column);
