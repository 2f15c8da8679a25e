using System.Text.Json.Serialization;
using Trellis.Askii;
using Trellis.Cli.Askii.Keys;

namespace Trellis.Cli.Askii;

/// <summary>How the answers are printed: every field, also those that are null, in the order of the contract's section 2.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, Converters = [typeof(TimestampConverter)])]
[JsonSerializable(typeof(RevealedKey))]
[JsonSerializable(typeof(KeyList))]
[JsonSerializable(typeof(RevokedKey))]
[JsonSerializable(typeof(KeyConfig))]
[JsonSerializable(typeof(UpdatedKey))]
[JsonSerializable(typeof(ModelList))]
internal sealed partial class AskiiJsonContext : JsonSerializerContext;
