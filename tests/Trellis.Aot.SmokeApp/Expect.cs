using System.Runtime.CompilerServices;

namespace Trellis.Aot.SmokeApp;

/// <summary>Ends the app with a reason when something is not as it has to be.</summary>
internal static class Expect
{
    public static void That(bool condition, [CallerArgumentExpression(nameof(condition))] string what = "")
    {
        if (!condition) throw new InvalidOperationException($"It does not hold that {what}.");
    }

    public static async Task<TException> Throws<TException>(Func<Task> action)
        where TException : Exception
    {
        try
        {
            await action();
        }
        catch (TException e)
        {
            return e;
        }

        throw new InvalidOperationException($"{typeof(TException).Name} was not thrown.");
    }
}
