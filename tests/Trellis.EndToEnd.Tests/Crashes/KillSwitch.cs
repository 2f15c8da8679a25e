using Trellis.EndToEnd.Tests.Servers;

namespace Trellis.EndToEnd.Tests.Crashes;

/// <summary>Kills the server at the given moment. Moments are requests sent, answers read and events of streams read, of all writers together.</summary>
internal sealed class KillSwitch(ServerProcess server, int moment)
{
    private int _left = moment;

    public bool HasFired => Volatile.Read(ref _left) <= 0;

    public void Tick()
    {
        if (Interlocked.Decrement(ref _left) == 0)
            server.Kill();
    }
}
