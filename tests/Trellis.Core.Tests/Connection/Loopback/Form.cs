namespace Trellis.Tests.Connection.Loopback;

/// <summary>Which of the two forms of a call a test uses: both must behave the same.</summary>
public enum Form
{
    Asynchronous,
    Synchronous,
}
