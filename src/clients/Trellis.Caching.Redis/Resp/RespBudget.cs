namespace Trellis.Caching.Redis.Resp;

/// <summary>What one reply may still claim of its <see cref="RespLimits"/>.</summary>
internal sealed class RespBudget(RespLimits limits)
{
    private int _bytes = limits.MaxBytes;
    private int _values = limits.MaxValues;

    public void Reset()
    {
        _bytes = limits.MaxBytes;
        _values = limits.MaxValues;
    }

    public int TakeBytes(long count)
    {
        if (count > _bytes)
            throw new RespProtocolException($"The reply holds a string of {count} bytes; {limits.MaxBytes} bytes are accepted in one reply.");

        _bytes -= (int)count;
        return (int)count;
    }

    public int TakeValues(long count)
    {
        if (count > _values)
            throw new RespProtocolException($"The reply announces {count} values; {limits.MaxValues} are accepted in one reply.");

        _values -= (int)count;
        return (int)count;
    }

    public void CheckDepth(int depth)
    {
        if (depth > limits.MaxDepth)
            throw new RespProtocolException($"The reply is nested deeper than {limits.MaxDepth} levels.");
    }
}
