using Trellis.Server.Kernel.Signals;

namespace Trellis.Server.Kernel.Jobs;

/// <summary>Wakes whoever runs jobs on this server, once one was enqueued.</summary>
/// <param name="time">The clock.</param>
public sealed class JobSignal(TimeProvider time) : WakeSignal(time);
