namespace Trellis.Tests.Connection.Loopback;

/// <summary>A failure as the pipeline reports it, without a platform's reading of it.</summary>
internal sealed class LoopbackException(ApiFailure failure, FailedCall call) : TrellisException(
    $"{failure.Kind}: {failure.Cause?.Message}",
    new ErrorDetails { Status = failure.Status, Attempts = call.Attempts, CorrelationId = call.CorrelationId },
    failure.Cause)
{
    public ApiFailure Failure => failure;
}
