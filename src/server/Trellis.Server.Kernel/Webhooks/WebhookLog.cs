using Microsoft.Extensions.Logging;

namespace Trellis.Server.Kernel.Webhooks;

/// <summary>What webhooks log; the event ids are 5001 to 5019. Hosts are named; paths, bodies and secrets never are.</summary>
internal static partial class WebhookLog
{
    [LoggerMessage(EventId = 5001, Level = LogLevel.Debug, Message = "Delivered {Delivery} of {Event} to {Host} with status {Status}")]
    public static partial void Delivered(ILogger logger, string delivery, string @event, string host, int? status);

    [LoggerMessage(EventId = 5002, Level = LogLevel.Information, Message = "Attempt {Attempt} of {Delivery} to {Host} failed and is repeated: {Error}")]
    public static partial void Failed(ILogger logger, long attempt, string delivery, string host, string? error);

    [LoggerMessage(EventId = 5003, Level = LogLevel.Warning, Message = "Delivery {Delivery} to {Host} is a dead letter after {Attempts} attempts: {Error}")]
    public static partial void Dead(ILogger logger, string delivery, string host, long attempts, string? error);

    [LoggerMessage(EventId = 5004, Level = LogLevel.Warning, Message = "Webhook {Subscription} was switched off after {Count} dead letters in a row")]
    public static partial void Disabled(ILogger logger, string subscription, int count);

    [LoggerMessage(EventId = 5005, Level = LogLevel.Error, Message = "Delivery {Delivery} waits because its secret cannot be opened here")]
    public static partial void SecretUnavailable(ILogger logger, Exception exception, string delivery);

    [LoggerMessage(EventId = 5006, Level = LogLevel.Error, Message = "The store failed while webhooks were delivered; they are tried again")]
    public static partial void StoreFailed(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 5007, Level = LogLevel.Debug, Message = "Forgot {Count} old webhook deliveries")]
    public static partial void Purged(ILogger logger, int count);

    [LoggerMessage(EventId = 5008, Level = LogLevel.Error, Message = "Delivery {Delivery} failed unexpectedly and waits")]
    public static partial void Defect(ILogger logger, Exception exception, string delivery);
}
