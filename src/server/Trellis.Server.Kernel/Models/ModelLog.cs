using Microsoft.Extensions.Logging;

namespace Trellis.Server.Kernel.Models;

/// <summary>What the models log. Neither prompts nor answers are ever among it.</summary>
internal static partial class ModelLog
{
    [LoggerMessage(EventId = 4001, Level = LogLevel.Warning, Message = "Upstream {Upstream} failed for model {Model}: status {Status}, {Code}")]
    public static partial void UpstreamFailed(ILogger logger, string upstream, string model, int status, string? code);

    [LoggerMessage(EventId = 4002, Level = LogLevel.Information, Message = "No model upstream is configured: the simulator {Model} answers")]
    public static partial void SimulatorAnswers(ILogger logger, string model);
}
