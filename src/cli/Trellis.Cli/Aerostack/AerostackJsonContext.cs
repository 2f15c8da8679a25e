using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Trellis.Aerostack;
using Trellis.Cli.Aerostack.Ai;
using Trellis.Cli.Aerostack.Auth;
using Trellis.Cli.Aerostack.Cache;
using Trellis.Cli.Aerostack.Database;
using Trellis.Cli.Aerostack.Queue;
using Trellis.Cli.Aerostack.Services;
using Trellis.Cli.Aerostack.Storage;

namespace Trellis.Cli.Aerostack;

/// <summary>How the answers are printed: every field, also those that are null, under its name on the wire.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(TimestampConverter)])]
[JsonSerializable(typeof(PrintedRows))]
[JsonSerializable(typeof(PrintedValue))]
[JsonSerializable(typeof(PrintedExistence))]
[JsonSerializable(typeof(CacheCounter))]
[JsonSerializable(typeof(CacheDeleteManyResult))]
[JsonSerializable(typeof(PrintedKeys))]
[JsonSerializable(typeof(EnqueuedJob))]
[JsonSerializable(typeof(JobCancellation))]
[JsonSerializable(typeof(PrintedJob))]
[JsonSerializable(typeof(PrintedJobs))]
[JsonSerializable(typeof(PrintedFiles))]
[JsonSerializable(typeof(PrintedDeletion))]
[JsonSerializable(typeof(PrintedDownload))]
[JsonSerializable(typeof(StorageMetadata))]
[JsonSerializable(typeof(StorageTransfer))]
[JsonSerializable(typeof(StorageUrl))]
[JsonSerializable(typeof(PrintedCompletion))]
[JsonSerializable(typeof(RevealedSession))]
[JsonSerializable(typeof(PrintedResult))]
[JsonSerializable(typeof(SuccessAnswer))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class AerostackJsonContext : JsonSerializerContext;
