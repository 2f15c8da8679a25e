namespace Trellis.Server.Kernel.Faults;

/// <summary>
/// A response was cut on purpose. Thrown out of the pipeline, it makes the web server send what was passed and close the connection;
/// aborting the request instead could lose bytes that were already passed.
/// </summary>
internal sealed class FaultInjectedException(int rule, long bytes)
    : IOException($"Injected fault of rule {rule}: the response was cut after {bytes} bytes.");
