namespace Trellis.Caching.Redis.Io;

/// <summary>The one place where a synchronous method takes the result of logic that is written with tasks.</summary>
internal static class BlockingResult
{
    public static T Take<T>(ValueTask<T> task) =>
        task.IsCompleted ? task.GetAwaiter().GetResult() : throw NotBlocking();

    public static void Take(ValueTask task)
    {
        if (!task.IsCompleted)
            throw NotBlocking();

        task.GetAwaiter().GetResult();
    }

    private static InvalidOperationException NotBlocking() => new("A synchronous operation was about to wait for an asynchronous one.");
}
