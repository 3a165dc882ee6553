"""Floor 3: order, group and paginate entries."""
