using System.Diagnostics.CodeAnalysis;

namespace Trellis.Cli;

/// <summary>How the text of a setting becomes a value, whether it is an argument or an environment variable.</summary>
/// <param name="Expected">What the text has to be, to end the sentence "X must be …".</param>
/// <param name="TryParse">Reads the text.</param>
internal sealed record SettingFormat<T>(string Expected, TryParseText<T> TryParse);

/// <summary>Reads a text; <see langword="false"/> when it is not what is expected.</summary>
internal delegate bool TryParseText<T>(string text, [MaybeNullWhen(false)] out T value);
