using System.Buffers;

namespace Trellis.Server.Ascend.Rules.Indexing;

/// <summary>The numbers of the rules that an action satisfies. Begins on the stack; to be disposed of by its owner.</summary>
internal ref struct MatchList(Span<int> initial)
{
    private Span<int> _numbers = initial;
    private int[]? _rented;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The numbers.</summary>
    public readonly ReadOnlySpan<int> Numbers => _numbers[..Count];

    /// <summary>Notes a number; one that is there already may come again.</summary>
    public void Add(int number)
    {
        if (Count == _numbers.Length)
            Grow();
        _numbers[Count++] = number;
    }

    /// <summary>Puts the numbers in order, each once.</summary>
    public void SortAndDeduplicate()
    {
        if (Count < 2)
            return;

        var numbers = _numbers[..Count];
        numbers.Sort();
        var kept = 1;
        for (var index = 1; index < numbers.Length; index++)
        {
            if (numbers[index] != numbers[kept - 1])
                numbers[kept++] = numbers[index];
        }

        Count = kept;
    }

    /// <summary>Gives back what was rented.</summary>
    public readonly void Dispose()
    {
        if (_rented is not null)
            ArrayPool<int>.Shared.Return(_rented);
    }

    private void Grow()
    {
        var larger = ArrayPool<int>.Shared.Rent(_numbers.Length * 2);
        _numbers.CopyTo(larger);
        if (_rented is not null)
            ArrayPool<int>.Shared.Return(_rented);
        _numbers = _rented = larger;
    }
}
